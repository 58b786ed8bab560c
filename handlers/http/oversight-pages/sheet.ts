/** The frame of pages that are read, printed and kept: no script, black on white, one stylesheet. */
import { html, trusted, type Html } from '../guide-pages/html.ts';
import { tokens } from '../guide-pages/look.generated.ts';

export type Lang = 'zh' | 'en';

const styles = `
*,*::before,*::after{box-sizing:border-box}
body{margin:0;font:var(--bc-w-normal) var(--bc-t-body)/1.6 var(--bc-font);color:var(--bc-ink);background:var(--bc-paper);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:880px;margin:0 auto;padding:24px 18px 48px}
h1{font-size:26px;line-height:1.3;margin:0 0 4px}h2{font-size:18px;margin:28px 0 8px}
p{margin:6px 0}a{color:var(--bc-brand)}
.note{color:var(--bc-ink-2);font-size:14px}
.tb{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14.5px}
caption{text-align:left;font-weight:600;padding:14px 0 4px}
th,td{text-align:left;padding:7px 10px 7px 0;border-bottom:1px solid var(--bc-line);vertical-align:top}
th{font-weight:600;color:var(--bc-ink-2);white-space:nowrap}
td.n,th.n{text-align:right;white-space:nowrap}
code{font-family:var(--bc-mono);font-size:.9em;word-break:break-all}
.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:14px;margin-top:18px}
.three section{border:1px solid var(--bc-line-2);border-radius:10px;padding:12px 14px;background:var(--bc-surface)}
.three h2{margin:0;font-size:17px}
.big{font-size:32px;font-weight:700;line-height:1.3}.big small{font-size:16px;font-weight:400;color:var(--bc-ink-2)}
.three ul{list-style:none;margin:8px 0 0;padding:8px 0 0;border-top:1px solid var(--bc-line);font-size:13.5px}
.three li{display:flex;justify-content:space-between;gap:8px}
.late{color:var(--bc-late)}
footer{margin-top:32px;color:var(--bc-ink-2);font-size:13.5px;border-top:1px solid var(--bc-line);padding-top:10px}
@media (max-width:680px){.three{grid-template-columns:1fr}}
@media print{body{background:#fff;color:#000;font-size:10.5pt}main{max-width:none;padding:0}.no-print{display:none}tr,.three section{break-inside:avoid}@page{size:A4;margin:16mm 14mm}}
`;

/** `more`: styles of one page alone. */
export const sheet = (title: string, lang: Lang, nonce: string, body: Html, more = ''): string =>
  `<!doctype html>\n${
    html`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-seat="citizen">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${trusted(tokens)}${trusted(styles)}${trusted(more)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.text
  }\n`;
