import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module and all it imports as one script for a page. @param entry below the project's root */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@': root } },
    define: { 'import.meta.env.BROWSER': '"chrome"' },
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'bench' },
      minify: 'oxc',
      target: 'es2022',
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry} could not be bundled.`);
  return output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
}
