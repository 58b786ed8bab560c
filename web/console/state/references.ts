/** What the desk looks up now and then: ready phrases, colleagues, guides. Fetched once, again after a change. */
import { ref } from 'vue';
import type { CannedReply } from '../../../models/conversation/requests.ts';
import type { DeskConnection } from '../desk-connection.ts';

export type Colleague = { id: string; name: string; role: string };
export type Guide = { id: string; nameZh: string; nameEn: string; says: string };

export function createReferences(connection: DeskConnection) {
  const canned = ref<CannedReply[]>([]);
  const cannedStatus = ref<'loading' | 'ready' | 'failed'>('loading');
  const colleagues = ref<Colleague[]>([]);
  const guides = new Map<string, Guide>();

  async function loadCanned(): Promise<void> {
    const answer = await connection.request<{ replies: CannedReply[] }>('GET', '/api/desk/canned');
    if (answer.ok) canned.value = answer.value.replies;
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
  return { canned, cannedStatus, colleagues, loadCanned, loadColleagues, findGuides, guideOf };
}
