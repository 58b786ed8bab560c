/** How the record of the call stands, asked again and again: lights, gaps, lines; and what is added to it by hand: snapshots, mended gaps. */
import { onScopeDispose, reactive, shallowRef } from 'vue';
import type { ShownEvidence } from '../../../../models/release/evidence-requests.ts';
import type { EvidenceLine } from '../../../../models/release/evidence.ts';
import type { Party } from '../../../../models/release/parties.ts';
import type { Still } from '../../../room/snapshot.ts';
import type { DeskConnection } from '../../desk-connection.ts';
import type { Problem } from '../../desk-requests.ts';

export type SnapshotKind = 'face' | 'document' | 'certificate' | 'mandate' | 'other';
export type Snapshot = { seq: number; of: Party; what: SnapshotKind; at: string; sha256: string; url?: string };
const EVERY = 4_000;

export function useEvidence(connection: DeskConnection, release: string) {
  const at = `/api/releases/${release}/evidence`;
  const shown = shallowRef<ShownEvidence>();
  const lines = shallowRef<EvidenceLine[]>([]);
  /** Pictures taken on this page, by their hash: nobody has to fetch what lies here. */
  const taken = reactive(new Map<string, string>());
  const mending = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let asking = false;

  async function refresh(): Promise<void> {
    if (asking || over) return;
    asking = true;
    clearTimeout(timer);
    const answer = await connection.request<ShownEvidence>('GET', at);
    if (answer.ok) {
      shown.value = answer.value;
      if (answer.value.lines > (lines.value.at(-1)?.seq ?? 0)) await fetchLines();
      await mendWhatWasDoneAgain(answer.value);
    }
    asking = false;
    if (!isOver()) timer = setTimeout(() => void refresh(), EVERY);
  }
  // The page may be gone while an answer was on its way.
  const isOver = (): boolean => over;
  async function fetchLines(): Promise<void> {
    for (;;) {
      const after = lines.value.at(-1)?.seq ?? 0;
      const page = await connection.request<{ lines: EvidenceLine[]; next?: number }>(
        'GET',
        `${at}/lines?after=${String(after)}`,
      );
      if (!page.ok || page.value.lines.length === 0) return;
      lines.value = [...lines.value, ...page.value.lines.filter(({ seq }) => seq > after)];
      if (page.value.next === undefined) return;
    }
  }
  /** A gap whose steps were all done again is mended by itself; what it was stays in the record. */
  async function mendWhatWasDoneAgain({ gaps }: ShownEvidence): Promise<void> {
    for (const { seq, redo } of gaps) {
      if (seq === undefined || redo.length > 0 || mending.has(seq)) continue;
      mending.add(seq);
      const mended = await connection.request('POST', `${at}/gaps/${String(seq)}/mend`, {
        delivery: `mend-${release.slice(-8)}-${String(seq)}`,
        mend: { how: 'done-again' },
      });
      if (!mended.ok) mending.delete(seq);
    }
  }

  async function keepSnapshot(of: Party, what: SnapshotKind, still: Still): Promise<Problem | undefined> {
    const facts = { of, what, sha256: still.sha256, bytes: still.bytes, mime: still.mime };
    const place = await connection.request<{ url: string; headers: Record<string, string> }>(
      'POST',
      `${at}/snapshots`,
      facts,
    );
    if (!place.ok) return place.problem;
    try {
      const put = await fetch(place.value.url, { method: 'PUT', headers: place.value.headers, body: still.blob });
      // It is there already: the answer to an earlier try was lost.
      if (!put.ok && put.status !== 412) throw new Error(String(put.status));
    } catch {
      return { kind: 'offline', sentence: '', reference: '', more: {} };
    }
    const kept = await connection.request('POST', `${at}/snapshots/confirm`, {
      ...facts,
      delivery: `snap-${still.sha256.slice(0, 40)}`,
    });
    if (!kept.ok) return kept.problem;
    taken.set(still.sha256, URL.createObjectURL(still.blob));
    void refresh();
    return undefined;
  }
  async function acceptGap(gap: number, reason: string): Promise<Problem | undefined> {
    const answer = await connection.request('POST', `${at}/gaps/${String(gap)}/mend`, {
      delivery: `accept-${release.slice(-8)}-${String(gap)}`,
      mend: { how: 'accepted', reason },
    });
    void refresh();
    return answer.ok ? undefined : answer.problem;
  }
  /** A picture of an earlier page: looked at for a reason that is kept. */
  async function openSnapshot(seq: number, sha256: string, reason: string): Promise<Problem | undefined> {
    const answer = await connection.request<{ pieces: { url: string }[] }>('POST', `${at}/watch`, {
      snapshot: seq,
      reason,
    });
    if (!answer.ok) return answer.problem;
    const [piece] = answer.value.pieces;
    if (piece !== undefined) taken.set(sha256, piece.url);
    return undefined;
  }
  function snapshots(of: Party, ...what: SnapshotKind[]): Snapshot[] {
    return lines.value.flatMap(({ seq, at: when, body }) => {
      if (body.kind !== 'snapshot' || body.of !== of || !what.includes(body.what)) return [];
      const url = taken.get(body.sha256);
      return [{ seq, of, what: body.what, at: when, sha256: body.sha256, ...(url === undefined ? {} : { url }) }];
    });
  }

  void refresh();
  onScopeDispose(() => {
    over = true;
    clearTimeout(timer);
    for (const url of taken.values()) if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  });
  return { shown, lines, refresh, keepSnapshot, acceptGap, openSnapshot, snapshots };
}
export type Evidence = ReturnType<typeof useEvidence>;
