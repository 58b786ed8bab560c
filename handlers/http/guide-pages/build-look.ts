/** Turns the shared look (`web/look/`) into a module, so that a page carries its colours and icons with it. Run after editing them. */
import { readFile, writeFile } from 'node:fs/promises';

const usedIcons = [
  'alert',
  'bank',
  'cal',
  'car',
  'chat',
  'check',
  'checkc',
  'clock',
  'doc',
  'down',
  'edit',
  'f1',
  'f2',
  'f3',
  'f4',
  'f5',
  'flag',
  'globe',
  'hall',
  'headset',
  'help',
  'hist',
  'idc',
  'info',
  'law',
  'left',
  'list',
  'lock',
  'logo',
  'mail',
  'minus',
  'phone',
  'pin',
  'plus',
  'print',
  'right',
  'search',
  'shield',
  'size',
  'steps',
  'undo',
  'user',
  'users',
  'video',
  'vol',
  'x',
];

/** The top-level blocks of a stylesheet as [selector, body]. */
function blocks(css: string): [string, string][] {
  const found: [string, string][] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{' && ++depth === 1) open = i;
    if (css[i] === '}' && --depth === 0) {
      found.push([css.slice(start, open).trim(), css.slice(open + 1, i).trim()]);
      start = i + 1;
    }
  }
  return found;
}

/** What a citizen's page needs: no console density, no dark mode, no component library. */
const forCitizens = ([selector, body]: [string, string]): boolean =>
  (selector === ':root' && !body.includes('--el-')) ||
  selector.startsWith('[data-elder') ||
  selector.includes('prefers-reduced-motion');

export function lookModule(tokensCss: string, iconsSvg: string): string {
  const css = tokensCss.replace(/\/\*[\s\S]*?\*\//g, '');
  const tokens = blocks(css)
    .filter(forCitizens)
    .map(([selector, body]) => `${selector}{${body}}`.replace(/\s+/g, ' '))
    .join('\n');
  const icons = Object.fromEntries(
    usedIcons.map((name) => {
      const symbol = new RegExp(`<symbol id="${name}"[^>]*>([\\s\\S]*?)</symbol>`).exec(iconsSvg)?.[1];
      if (symbol === undefined) throw new Error(`no icon ${name} in web/look/icons.svg`);
      return [name, symbol.trim()];
    }),
  );
  return `// Made from web/look/ by handlers/http/guide-pages/build-look.ts; edit there.
export const tokens = ${JSON.stringify(tokens)};
export const icons = ${JSON.stringify(icons, null, 2)} as const;
`;
}

if (import.meta.main) {
  const look = new URL('../../../web/look/', import.meta.url);
  const [tokensCss, iconsSvg] = await Promise.all(
    ['tokens.css', 'icons.svg'].map((f) => readFile(new URL(f, look), 'utf8')),
  );
  await writeFile(new URL('look.generated.ts', import.meta.url), lookModule(tokensCss ?? '', iconsSvg ?? ''));
}
