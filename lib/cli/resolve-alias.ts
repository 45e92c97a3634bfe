import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);

/**
 * Lets Node run the sources as they are: `@/` is the project's folder, and a path without an
 * ending is a `.ts` file, as in the bundler.
 */
registerHooks({
  resolve(specifier, context, next) {
    const target = specifier.startsWith('@/')
      ? new URL(specifier.slice(2), root)
      : specifier.startsWith('.') && context.parentURL
        ? new URL(specifier, context.parentURL)
        : undefined;
    if (!target || target.pathname.includes('/node_modules/')) return next(specifier, context);
    const path = fileURLToPath(target);
    const file =
      !/\.[cm]?[jt]sx?$|\.json$/u.test(path) && existsSync(`${path}.ts`) ? `${path}.ts` : path;
    return next(pathToFileURL(file).href, context);
  },
});
