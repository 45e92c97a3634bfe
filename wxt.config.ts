import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * Readability is published as CommonJS, whose interop would weigh on every article: the one line
 * that exports it becomes a module's. Its log, which is off, is left out for the same reason.
 */
const readabilityAsModule = {
  name: 'readability-as-module',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('@mozilla/readability/Readability.js')
      ? code
          .replace(
            /if \(typeof module === "object"\) \{[^}]*\}\s*$/u,
            'export default Readability;',
          )
          .replaceAll(/^\s*this\.log\([^;]*?\);$/gmu, '')
      : undefined,
};

const GECKO = {
  id: 'extension@on-record.example',
  strict_min_version: '147.0',
  data_collection_permissions: { required: ['none' as const] },
};

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact(), readabilityAsModule] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    action: { default_title: '__MSG_actionTitle__' },
    // The reader says where: on one site, on news sites, on all. The gate is registered for these.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    commands: {
      save: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
    },
    web_accessible_resources: [
      { resources: ['card.html'], matches: ['http://*/*', 'https://*/*'] },
    ],
    content_security_policy: {
      extension_pages: "script-src 'self'; object-src 'none'; require-trusted-types-for 'script'",
    },
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      'scripting',
      'activeTab',
      // Chrome's background is no page: a page nobody sees makes its files.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_permissions: ['downloads'],
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: GECKO } } : {}),
  }),
});
