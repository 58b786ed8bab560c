/** Fetches a file that the office makes and hands it to the browser to keep; what went wrong comes back in words. */
import { isRecord, parse } from '../desk-requests.ts';

export async function downloadLedger(
  query: string,
  name: string,
  language: 'zh' | 'en',
): Promise<'kept' | { sentence: string }> {
  try {
    const answer = await fetch(`/api/oversight/ledger?${query}`, {
      credentials: 'same-origin',
      headers: { 'x-language': language },
    });
    if (!answer.ok) {
      const said = parse(await answer.text());
      return { sentence: isRecord(said) && typeof said['sentence'] === 'string' ? said['sentence'] : '' };
    }
    const address = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser has taken it up by the next turn of its loop.
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10_000);
    return 'kept';
  } catch {
    return { sentence: '' };
  }
}
