/** What a browser may do with our pages: load from us, speak to us, be framed by nobody. */

/** The socket, the photo store and the evidence store stand on other origins; where they stand is configuration. */
const origins = (): string =>
  [process.env['SOCKET_URL'], process.env['PHOTOS_ORIGIN'], process.env['EVIDENCE_ORIGIN']]
    .filter((address) => address !== undefined)
    .map((address) => new URL(address).origin)
    .join(' ');

export function pageHeaders(seat: 'citizen' | 'console' | 'guide', nonce?: string): Record<string, string> {
  const others = origins();
  // Element Plus sets inline style attributes; the citizen's page does not need them.
  const styles =
    seat === 'console'
      ? "'self' 'unsafe-inline'"
      : seat === 'guide' && nonce !== undefined
        ? `'self' 'nonce-${nonce}'`
        : "'self'";
  const scripts = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return {
    'content-security-policy': [
      "default-src 'self'",
      `script-src ${scripts}`,
      `style-src ${styles}`,
      `connect-src 'self' ${others}`.trim(),
      `img-src 'self' blob: data: ${others}`.trim(),
      // A recording is put together from its checked pieces in the page.
      `media-src 'self' blob: ${others}`.trim(),
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), microphone=(self), camera=(self)',
    'cross-origin-opener-policy': 'same-origin',
  };
}
