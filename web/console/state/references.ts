/** What the desk looks up now and then: ready phrases, colleagues, guides. Fetched once, again after a change. */
import { ref } from 'vue';
import type { OfficeReplies, ShownReply } from '../../../models/conversation/canned-replies.ts';
import type { CannedReply } from '../../../models/conversation/requests.ts';
import type { DeskConnection } from '../desk-connection.ts';

export type Colleague = { id: string; name: string; role: string };
export type Guide = { id: string; nameZh: string; nameEn: string; says: string };

export function createReferences(connection: DeskConnection) {
  const canned = ref<ShownReply[]>([]);
  /** Shipped phrases that the office does without. */
  const removed = ref<CannedReply[]>([]);
  const cannedStatus = ref<'loading' | 'ready' | 'failed'>('loading');
  const colleagues = ref<Colleague[]>([]);
  const guides = new Map<string, Guide>();

  async function loadCanned(): Promise<void> {
    const answer = await connection.request<OfficeReplies>('GET', '/api/desk/canned');
    if (answer.ok) {
      canned.value = answer.value.replies;
      removed.value = answer.value.removed;
    }
    cannedStatus.value = answer.ok ? 'ready' : 'failed';
  }
  async function loadColleagues(): Promise<void> {
    const answer = await connection.request<{ colleagues: Colleague[] }>('GET', '/api/desk/colleagues');
    if (answer.ok) colleagues.value = answer.value.colleagues;
  }
  async function findGuides(q: string): Promise<Guide[] | undefined> {
    const answer = await connection.request<{ guides: Guide[] }>('GET', `/api/desk/guides?q=${encodeURIComponent(q)}`);
    if (!answer.ok) return undefined;
    for (const guide of answer.value.guides) guides.set(guide.id, guide);
    return answer.value.guides;
  }
  async function guideOf(service: string): Promise<Guide | undefined> {
    const held = guides.get(service);
    if (held !== undefined) return held;
    await findGuides(service);
    return guides.get(service);
  }
  connection.listen((event) => {
    if (event.type === 'refresh' && cannedStatus.value === 'failed') void loadCanned();
  });
  return { canned, removed, cannedStatus, colleagues, loadCanned, loadColleagues, findGuides, guideOf };
}
