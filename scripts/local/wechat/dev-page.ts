/** Bundles the page when it is first opened; it is no part of what is deployed. */
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type DevFiles = Record<string, { type: string; body: string }>;

export async function devPage(): Promise<DevFiles> {
  const here = (file: string): string => fileURLToPath(new URL(`page/${file}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [here('main.ts'), here('page.css')],
    outdir: '/',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const built = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  const icons = await readFile(new URL('../../../web/look/icons.svg', import.meta.url), 'utf8');
  const html = (await readFile(here('index.html'), 'utf8')).replace('<div id="page">', `<div hidden>${icons}</div>$&`);
  return {
    '/index.html': { type: 'text/html; charset=utf-8', body: html },
    '/main.js': { type: 'text/javascript; charset=utf-8', body: built('.js') },
    '/page.css': { type: 'text/css; charset=utf-8', body: built('.css') },
  };
}
