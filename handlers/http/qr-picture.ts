/** A QR code as an address that an <img> shows; nothing in it is markup of a page. */
import { qrCode } from './guide-pages/qr.ts';

export function qrPicture(text: string): string {
  const svg = qrCode(text, 200, '').text.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
