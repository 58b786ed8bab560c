/** A QR code as one SVG path, with the quiet zone that scanners need. */
import QRCode from 'qrcode';
import { type Html, html, trusted } from './html.ts';

const QUIET = 4;

export function qrCode(url: string, size: number, label: string): Html {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x) === 0) continue;
      let end = x;
      while (end + 1 < modules.size && modules.get(y, end + 1) !== 0) end += 1;
      runs.push(`M${String(x)} ${String(y)}h${String(end - x + 1)}v1H${String(x)}z`);
      x = end;
    }
  const side = modules.size + 2 * QUIET;
  return html`<svg
    class="qr"
    width="${size}"
    height="${size}"
    viewBox="${-QUIET} ${-QUIET} ${side} ${side}"
    role="img"
    aria-label="${label}"
  >
    <path d="${trusted(runs.join(''))}" fill="#14242a" shape-rendering="crispEdges" />
  </svg>`;
}
