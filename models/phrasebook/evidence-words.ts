/** What the check of an exported record says, and what is missing before a decision, in both languages. */
import type { MissingKind } from '../release/evidence-complete.ts';
import type { Language } from './refusals.ts';

type Both = Record<Language, string>;

export const verdictWords = {
  complete: {
    zh: '完整：没有缺少，没有改动。',
    en: 'COMPLETE: nothing is missing and nothing was changed.',
  },
  incomplete: {
    zh: '不完整：有缺少的，留下的没有改动。',
    en: 'INCOMPLETE: something is missing; what is left was not changed.',
  },
  altered: { zh: '被改动：不能作为证据使用。', en: 'ALTERED: this cannot stand as evidence.' },
} as const satisfies Record<string, Both>;

/** By what is wrong. */
export const faultWords = {
  missing: { zh: '不见了', en: 'is missing' },
  'open-gap': { zh: '这个缺口一直没有补上', en: 'this gap was never mended' },
  changed: { zh: '内容被改过', en: 'was changed' },
  signature: { zh: '和车管所的签名对不上', en: 'does not fit the office’s signature' },
  key: { zh: '不是签这份清单的那把公钥', en: 'is not the key that this manifest was signed with' },
  unreadable: { zh: '读不出来', en: 'cannot be read' },
  extra: { zh: '本来没有，是后来加的', en: 'does not belong here and was added' },
  twice: { zh: '同一个名字出现了两次', en: 'stands here twice' },
  order: { zh: '不在它该在的位置', en: 'does not stand where it belongs' },
  foreign: { zh: '是另一件业务的', en: 'belongs to another release' },
  'not-as-manifest': { zh: '清单的这一部分和逐条记录对不上', en: 'says something else than the lines' },
  joined: { zh: '整段录像和分段录像接不上', en: 'is not its chunks joined' },
} as const satisfies Record<string, Both>;

export const verifyWords = {
  looked: {
    zh: (lines: number, files: number) => `查了${String(lines)}条记录、${String(files)}个文件。`,
    en: (lines: number, files: number) => `Looked at ${String(lines)} lines and ${String(files)} files.`,
  },
  line: { zh: (n: number) => `第${String(n)}条`, en: (n: number) => `line ${String(n)}` },
  pinned: { zh: '签名用的是您给的公钥，核对无误。', en: 'Signed with the key that you handed in.' },
  notPinned: {
    zh: (sha256: string) =>
      `提醒：用的是压缩包里自带的公钥。请到车管所公布公钥的网页核对指纹 ${sha256}，或者用 --public-key 指定。`,
    en: (sha256: string) =>
      `Note: checked with the key that lies in the export itself. Compare its fingerprint ${sha256} with the one the office publishes, or hand it in with --public-key.`,
  },
  decision: {
    zh: (what: string) => `记录里的决定：${what}。`,
    en: (what: string) => `The decision in it: ${what}.`,
  },
  decisions: {
    zh: { approved: '同意解除', refused: '不予办理', 'moved-to-counter': '转窗口办理', aborted: '中止' },
    en: { approved: 'approved', refused: 'refused', 'moved-to-counter': 'moved to the counter', aborted: 'broken off' },
  },
} as const;

/** Before a decision: what is missing of the evidence. */
export const missingWords = {
  step: { zh: '这一步还没做', en: 'This step is not done' },
  order: { zh: '这一步做早了，前面的还没做', en: 'This step was done before what comes before it' },
  consent: { zh: '没有同意录音录像就出现在录像里', en: 'In the recording without having agreed' },
  code: { zh: '验证码还没有对上', en: 'No right code yet' },
  statement: { zh: '还没有宣读', en: 'No statement was read' },
  'not-recorded': { zh: '这一步没有录上，请重做', en: 'This step is not in the recording: do it again' },
  gap: {
    zh: '录像有缺口，请重做那一步，或者请负责人确认',
    en: 'The recording has a gap: do the step again, or ask a manager',
  },
  'open-take': { zh: '还在录，请先停止录像', en: 'Still being recorded: stop the recording first' },
} as const satisfies Record<MissingKind, Both>;
