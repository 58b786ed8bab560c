/** 退订: what the person of this talk can be spared, and what they are told all the same; one tap, and one to have it back. */
import type { NoticeChoice, ShownNoticeChoice } from '../../models/aftermath/notice-choice.ts';
import { ReleaseId } from '../../models/ids.ts';
import type { Outcome } from '../../models/outcome.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { type Said, type Scene, offer, said } from './talk.ts';

/** Something of the person's that sends them word. */
type Sends = { now: ShownNoticeChoice; set(choice: NoticeChoice): Promise<Outcome<unknown>> };

/** More than anybody has open at once. */
const MOST = 8;

export async function chooseNotices(scene: Scene, wish: string): Promise<Said> {
  const n = scene.p.notices;
  const restore = offer(n.buttons.restore, 'notices:all');
  if (wish === 'keep') return close(scene, n.asBefore);
  const all = await sending(scene);
  if (all.length === 0) return close(scene, n.nothing);
  const wanted = all.filter(({ now }) => now.onlyDue === (wish === 'all'));
  if (wish === 'ask')
    return wanted.length === 0
      ? said({ say: n.already, offers: [restore] })
      : said({
          say: n.ask(wanted.length),
          card: { type: 'source', title: n.title, items: [...n.kept, { text: n.alone }] },
          offers: [offer(n.buttons.onlyDue, 'notices:only-due'), offer(n.buttons.keep, 'notices:keep')],
        });
  for (const { now, set } of wanted) {
    const { places: _places, ...choice } = now;
    const chosen = await set({ ...choice, onlyDue: wish === 'only-due' });
    if (!chosen.ok) return said({ say: refusalSentence(chosen.refusal, scene.language) });
  }
  return wish === 'only-due' ? said({ say: n.done, offers: [restore] }) : close(scene, n.restored);
}

const close = ({ p, conversation }: Scene, say: string): Said =>
  said({
    say,
    offers: [
      (conversation.matters ?? []).length > 0
        ? offer(p.matters.buttons.track, 'own:progress')
        : offer(p.buttons.officer, 'command:person'),
    ],
  });

/** The matters that this talk knows as theirs, and the release that is arranged in it. */
async function sending({ conversation, talk, around }: Scene): Promise<Sends[]> {
  const matters = await Promise.all(
    (conversation.matters ?? []).slice(-MOST).map(async (id): Promise<Sends[]> => {
      const found = await around.window.read(id);
      if (!found.ok || found.value.notices === undefined || ['withdrawn', 'merged'].includes(found.value.state))
        return [];
      return [{ now: found.value.notices, set: (choice) => around.window.act(id, { act: 'notices', choice }) }];
    }),
  );
  const release = ReleaseId.safeParse(talk.release?.id);
  const ways = release.success ? await around.release.notices(release.data) : undefined;
  return [
    ...matters.flat(),
    ...(release.success && ways !== undefined
      ? [{ now: ways, set: (choice: NoticeChoice) => around.release.chooseNotices(release.data, choice) }]
      : []),
  ];
}
