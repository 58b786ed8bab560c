/** HTML as a tagged template: everything put into it is escaped, unless it is HTML made the same way. */
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Piece = Html | string | number | boolean | null | undefined | readonly Piece[];

function put(piece: Piece): string {
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'string') return escape(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece === null || piece === undefined || typeof piece === 'boolean') return '';
  return piece.map(put).join('');
}

/** Attributes must be quoted in the template; that is what the escaping is for. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(strings.reduce((out, s, i) => out + put(pieces[i - 1]) + s));

/** For our own stylesheet and script only: nothing a person typed. */
export const trusted = (text: string): Html => new Html(text);

export const when = (condition: boolean, then: () => Html): Html | undefined => (condition ? then() : undefined);
