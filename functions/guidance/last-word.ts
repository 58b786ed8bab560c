/** The person has the last word in the talk: done, not done and opened again, something to add, any news, withdrawn. */
import { whenIn, whereIn } from '../../models/complaint/told.ts';
import type { CitizenAct } from '../../models/complaint/requests.ts';
import type { OwnMatter } from '../../models/complaint/views.ts';
import type { AttachmentId } from '../../models/ids.ts';
import { refusalSentence } from '../../models/phrasebook/refusals.ts';
import { dayOf } from '../../models/time.ts';
import { askRate } from './rate-matter.ts';
import { sayDay, sayInstant } from './say-days.ts';
import { showMatter } from './show-matter.ts';
import { receiptCard } from './show-receipt.ts';
import { type OwnTalk, type Said, type Scene, offer, said } from './talk.ts';

/** Undefined: no deed of this kind. */
export async function lastWord(scene: Scene, own: OwnMatter, deed: string): Promise<Said | undefined> {
  const [what, rest = ''] = deed.split(':');
  const m = scene.p.matters;
  const { text } = scene.heard;
  switch (what) {
    case 'done':
      return act(scene, own, { act: 'confirm' }, (after) => askRate(scene, after, m.confirmed));
    case 'holds-not':
      return own.may.checkBack ? noLonger(scene, own) : lastWord(scene, own, 'not-done');
    case 'not-done':
      return own.may.reopen ? offerReopen(scene, own, told(scene)) : cannot(scene, own);
    case 'fine':
      return said(
        { say: m.thankYou, offers: [offer(m.buttons.track, `own:show ${own.id}`)] },
        { talk: { own: { at: 'shown', id: own.id, number: own.number } }, dialog: 'close' },
      );
    case 'holds':
      if (!own.may.checkBack) return lastWord(scene, own, 'fine');
      return act(scene, own, { act: 'check-back', holds: true }, (after) => showMatter(scene, after));
    case 'reopen': {
      const words = [scene.talk.own?.words, isTap(scene) ? undefined : text].filter((t) => t !== undefined).join('\n');
      return act(
        scene,
        own,
        words === '' ? { act: 'reopen' } : { act: 'reopen', text: words.slice(0, 4000) },
        (after) => reopened(scene, after),
      );
    }
    case 'more':
      return wait(scene, own, 'reopen', m.askMore, scene.talk.own?.words);
    case 'leave':
      return scene.talk.own?.at === 'reopen'
        ? said(
            { say: m.notReopened, offers: [offer(m.buttons.track, `own:show ${own.id}`)] },
            { talk: { own: { at: 'shown', id: own.id, number: own.number } }, dialog: 'close' },
          )
        : showMatter(scene, own);
    case 'words':
      if (scene.talk.own?.at === 'reopen')
        return wait(
          scene,
          own,
          'reopen',
          m.moreNoted,
          [scene.talk.own.words, text]
            .filter((t) => t !== undefined)
            .join('\n')
            .slice(-3800),
        );
      return act(scene, own, { act: 'add', text: text.slice(0, 4000), attachments: [] }, (after) =>
        wait(scene, after, 'add', m.addDone(after.number)),
      );
    case 'photo':
      return act(scene, own, { act: 'add', text: m.photoWord, attachments: [rest as AttachmentId] }, (after) =>
        wait(scene, after, 'add', m.addDone(after.number)),
      );
    case 'add':
      return own.may.add ? wait(scene, own, 'add', m.askAdd) : cannot(scene, own);
    case 'press':
    case 'call':
    case 'higher': {
      const wish = what === 'press' ? 'news' : what;
      return act(scene, own, { act: 'press', for: wish }, (after) =>
        said(
          {
            say: m.pressed[wish],
            offers: [offer(m.buttons.track, `own:show ${after.id}`), offer(scene.p.buttons.officer, 'command:person')],
          },
          { talk: { own: { at: 'shown', id: own.id, number: own.number } }, dialog: 'close' },
        ),
      );
    }
    case 'withdraw':
      return own.may.withdraw ? wait(scene, own, 'withdraw', m.askWithdraw(own.number)) : cannot(scene, own);
    case 'withdraw-yes':
      return act(scene, own, { act: 'withdraw' }, (after) =>
        said(
          { say: m.withdrawn(after.number), offers: [offer(m.buttons.register, 'report:begin')] },
          { talk: { own: { at: 'shown', id: own.id, number: own.number } }, dialog: 'close' },
        ),
      );
    case 'keep':
      return showMatter(scene, own, m.keepIt);
    default:
      return undefined;
  }
}

export const askLastWord = (scene: Scene, own: OwnMatter): Said => showMatter(scene, own);

const isTap = ({ talk, heard }: Scene): boolean =>
  Object.hasOwn(talk.offers, heard.text.trim()) || heard.plain.length <= 8;
/** What was said with the no, for the file: 我昨天下午去2号窗口领，还说查不到. */
const told = (scene: Scene): string | undefined => (isTap(scene) ? undefined : scene.heard.text.trim());

async function act(
  scene: Scene,
  own: OwnMatter,
  what: CitizenAct,
  then: (after: OwnMatter) => Said | Promise<Said>,
): Promise<Said> {
  const acted = await scene.around.window.act(own.id, what);
  if (acted.ok) return then(acted.value);
  return acted.refusal.kind === 'wrong-state'
    ? cannot(scene, own)
    : said({ say: refusalSentence(acted.refusal, scene.language) }, { dialog: 'close' });
}

/** Four weeks later it does not hold: opened again at once, what was said goes along. */
function noLonger(scene: Scene, own: OwnMatter): Promise<Said> {
  const words = told(scene);
  return act(scene, own, { act: 'check-back', holds: false }, async (after) => {
    if (words !== undefined) await scene.around.window.act(own.id, { act: 'add', text: words, attachments: [] });
    return reopened(scene, after);
  });
}

const cannot = (scene: Scene, own: OwnMatter): Said =>
  showMatter(scene, own, scene.p.matters.cannotNow(scene.p.matters.states[own.state] ?? own.state));

function offerReopen(scene: Scene, own: OwnMatter, words: string | undefined): Said {
  const m = scene.p.matters;
  const level = m.level[Math.min(2, own.level + 1)] ?? '';
  const where = words === undefined ? '' : `${whenIn(words) ?? ''}${whereIn(words) ?? ''}`;
  const more = words === undefined ? m.noWords : m.withWords(where === '' ? m.thisToo : m.situation(where));
  return wait(scene, own, 'reopen', `${m.notDone(level)}${more}`, words);
}

function reopened(scene: Scene, after: OwnMatter): Said {
  const { p, now } = scene;
  const m = p.matters;
  const contact = after.contactDueAt === undefined ? undefined : sayInstant(after.contactDueAt, now, p);
  const answer = sayDay(dayOf(after.answerDueAt), p);
  return said(
    {
      say: m.reopened(contact, answer),
      card: receiptCard(scene, m.reopenTitle, after, contact, answer, m.cycleNote(after.cycle)),
      offers: [offer(m.buttons.track, `own:show ${after.id}`), offer(m.buttons.add, `own:add ${after.id}`)],
    },
    {
      talk: { own: { at: 'shown', id: after.id, number: after.number } },
      dialog: 'close',
    },
  );
}

/** Asks something about the matter and waits for the answer. */
function wait(scene: Scene, own: OwnMatter, at: OwnTalk['at'], say: string, words?: string): Said {
  const { buttons } = scene.p.matters;
  const offers = {
    reopen: [
      offer(buttons.reopen, `own:reopen ${own.id}`),
      offer(buttons.addWords, `own:more ${own.id}`),
      offer(buttons.notNow, `own:leave ${own.id}`),
    ],
    add: [offer(scene.p.buttons.nothing, `own:leave ${own.id}`), offer(buttons.track, `own:show ${own.id}`)],
    withdraw: [offer(buttons.withdrawYes, `own:withdraw-yes ${own.id}`), offer(buttons.keep, `own:keep ${own.id}`)],
  }[at as 'reopen' | 'add' | 'withdraw'];
  return said(
    { say, offers },
    {
      talk: { own: { at, id: own.id, number: own.number, ...(words === undefined ? {} : { words }) } },
      dialog: { name: 'own' },
    },
  );
}
