/** What is wrong with a photo of a paper: one plain sentence each, which says what to do. */
import type { PhotoDefect, PhotoFinding } from '../sheet/photo-words.ts';
import type { Language } from './refusals.ts';

type Both = Record<Language, string>;

/** Said by the page before the photo is sent. */
export const findingWords: Record<PhotoFinding, Both> = {
  blurred: {
    zh: '有点糊，字看不清。手拿稳，对上焦再拍。',
    en: 'It is blurred. Hold still and let the camera focus.',
  },
  glare: {
    zh: '有一块反光，盖住了字。换个角度，避开灯。',
    en: 'Part of it is washed out by light. Turn it away from the lamp.',
  },
  dark: { zh: '太暗了。挪到亮一点的地方，或者打开灯。', en: 'It is too dark. Go where there is more light.' },
  small: {
    zh: '纸在照片里太小。离近一点，让它占满虚线框。',
    en: 'The paper is too small. Move closer and fill the outline.',
  },
  skewed: { zh: '拍歪了。从正上方拍，边跟虚线对齐。', en: 'It is tilted. Hold the phone straight above it.' },
};

/** Said by an officer. */
export const defectWords: Record<PhotoDefect, Both> = {
  unreadable: { zh: '字看不清，重拍一张', en: 'It cannot be read; take it again' },
  reflecting: { zh: '反光盖住了字，重拍一张', en: 'Light covers the words; take it again' },
  'cut-off': { zh: '没拍全，四个角都要在里面', en: 'It is cut off; all four corners have to be in it' },
  'side-missing': { zh: '还差另一面（另一页）', en: 'The other side is missing' },
  'wrong-paper': { zh: '不是这一样，请换成清单上的', en: 'This is another paper; it has to be the one on the list' },
  expired: { zh: '过期了，要先换新的', en: 'It has expired; renew it first' },
  'seal-missing': { zh: '少了公章或签字', en: 'Seal or signature is missing' },
  differs: { zh: '上面的内容跟别的材料对不上', en: 'What it says differs from the other papers' },
  other: { zh: '别的原因', en: 'Another reason' },
};
