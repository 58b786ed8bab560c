/** What an officer reads when a step with the evidence was refused. */
type Both = { zh: string; en: string };

/** By the beginning of the refusal's detail. */
export const evidenceRefusals: readonly (readonly [RegExp, Both])[] = [
  [
    /^the evidence is closed/,
    {
      zh: '已经作出决定，记录封存了，不能再加。',
      en: 'The decision is made: the record is closed and takes nothing more.',
    },
  ],
  [
    /^the evidence is not complete/,
    {
      zh: '证据还不完整，先把缺的补上再决定。',
      en: 'The evidence is not complete. Mend what is missing, then decide.',
    },
  ],
  [
    /^the evidence is not closed yet/,
    { zh: '还没有作出决定，封存以后才能导出。', en: 'It can be exported once the decision has closed it.' },
  ],
  [/^this release is with another officer/, { zh: '这件在别的同事手上。', en: 'This release is with a colleague.' }],
  [/^a recording begins in a session/, { zh: '要先开始会话，才能录。', en: 'A recording begins in a session.' }],
  [
    /^the piece has not arrived/,
    { zh: '这一段还没有传到，正在重传。', en: 'This piece has not arrived yet and is sent again.' },
  ],
  [
    /^what lies there is not what was announced/,
    { zh: '传到的和说好的不一样，这一段不能用。', en: 'What arrived is not what was announced; it cannot be used.' },
  ],
  [/^this gap is not open/, { zh: '这个缺口已经处理过了。', en: 'This gap was mended already.' }],
  [
    /^a step of this gap was not done again/,
    { zh: '缺口里的步骤还没有重做。', en: 'The steps in this gap were not done again yet.' },
  ],
  [/^a gap is accepted by a manager/, { zh: '缺口要负责人来确认。', en: 'A gap is accepted by a manager.' }],
  [
    /^a second person accepts a gap/,
    { zh: '您就是经办人，请另一位负责人来确认。', en: 'You recorded it; another manager accepts the gap.' },
  ],
  [
    /^the recording is deleted already/,
    {
      zh: '保存期满，录像已经删除，只留下删除证明。',
      en: 'Its time was over: it is deleted, and only the proof of that is left.',
    },
  ],
  [/^the evidence is held already/, { zh: '已经有人要求保留了。', en: 'Somebody holds it already.' }],
  [/^nobody holds this evidence/, { zh: '没有人要求保留。', en: 'Nobody holds it.' }],
  [
    /^somebody who watched it and did not decide it/,
    { zh: '要先看过录像，而且不是您自己办的。', en: 'Watch it first; and it must not be a call of your own.' },
  ],
  [/^this recording was marked already/, { zh: '这一段已经有人写过结论了。', en: 'Somebody has marked it already.' }],
];
