/** Tells a person what befell their guidance sheet: one message in their talk that says all of it. */
import type { Card, Reply } from '../../../models/conversation/content.ts';
import { done } from '../../../models/outcome.ts';
import { defectWords } from '../../../models/phrasebook/photo-words.ts';
import { sheetTalk, sheetTemplate } from '../../../models/phrasebook/sheet-talk.ts';
import { saidDay } from '../../../models/phrasebook/said-when.ts';
import { spacedCode } from '../../../models/sheet/check-code.ts';
import type { SheetNews } from '../../../models/sheet/news.ts';
import { isOfPaper } from '../../../models/sheet/photo-words.ts';
import { forPerson } from '../../../models/sheet/showing.ts';
import { isOver, type GuidanceSheet } from '../../../models/sheet/sheet.ts';
import type { ShownPaper, ShownSheet } from '../../../models/sheet/views.ts';
import type { Deps } from '../../deps.ts';
import { noticeLink, sheetLink } from '../../sheet/sheet-links.ts';
import { carriedOn, sendToPhone } from './hand-over.ts';
import type { Teller } from './tellers.ts';

type Language = GuidanceSheet['language'];

export const tellSheet: Teller<'sheet'> = async (deps, notice) => {
  const found = await deps.sheets.find(notice.about.id);
  if (!found.ok || isOver(found.value)) return 'dropped';
  const sheet = found.value;
  const { news } = notice.about;
  if (news === 'ends-soon' && sheet.validTo === undefined) return 'dropped';
  const reply = replyOf(deps, sheet, news);
  const link = `${deps.origin}${reply.card?.link?.href ?? ''}`;
  const template = { name: sheetTemplate(news), values: { number: sheet.number } };
  return carriedOn(
    deps,
    notice,
    {
      reply,
      template,
      phone: async () => {
        const talk = await deps.conversations.look(sheet.conversation);
        return sendToPhone(deps, notice, talk.conversation?.confirmed ?? talk.conversation?.phone, {
          template: template.name,
          values: { ...template.values, link },
          language: sheet.language,
        });
      },
    },
    (conversation) => done({ conversation, lines: [{ from: 'bot', content: reply }] }),
  );
};

function replyOf(deps: Deps, sheet: GuidanceSheet, news: SheetNews): Reply {
  const { language } = sheet;
  const words = sheetTalk(language);
  const shown = forPerson(sheet);
  const name = shown.service.name[language];
  const told = shown.papers.filter(({ photos }) => photos.length > 0);
  const good = told.filter(({ photos }) => photos.every(({ stands }) => stands === 'good')).length;
  const say = {
    opened: () => words.opened(name, shown.papers.length),
    judged: () => words.judged(good, told.length - good),
    given: () => words.given(name),
    'ends-soon': () => words['ends-soon'](sheet.validTo === undefined ? '' : saidDay(sheet.validTo, language)),
  }[news]();
  const items =
    news === 'judged'
      ? [...told.map((paper) => judgedItem(paper, language)), ...codeItem(shown, language)]
      : news === 'given'
        ? [...shown.papers.map((paper) => givenItem(paper, language)), ...codeItem(shown, language)]
        : news === 'opened'
          ? []
          : codeItem(shown, language);
  return {
    type: 'reply',
    say,
    buttons: [],
    card: {
      type: 'sheet',
      sheet: sheet.id,
      title: name.slice(0, 80),
      items: items.slice(0, 20),
      link:
        news === 'given'
          ? { label: words.openNotice, href: noticeLink(deps, sheet.id) }
          : { label: words.openSheet, href: sheetLink(deps, sheet.id) },
    },
  };
}

type Item = Card['items'][number];
const noted = (text: string | undefined): Pick<Item, 'note'> =>
  text === undefined || text === '' ? {} : { note: text.slice(0, 200) };

/** Every photo's every defect, once. */
function judgedItem({ name, photos }: ShownPaper, language: Language): Item {
  const words = sheetTalk(language);
  const defects = [...new Set(photos.flatMap((photo) => photo.defects))];
  const own = photos.flatMap((photo) => (photo.words === undefined ? [] : [photo.words]));
  const why = [...defects.filter((one) => one !== 'other').map((one) => defectWords[one][language]), ...own];
  return {
    label: defects.length === 0 ? words.good : isOfPaper(defects) ? words.another : words.again,
    text: name[language],
    ...noted(why.join(language === 'zh' ? '；' : '; ')),
  };
}

function givenItem({ name, state, explanation, where }: ShownPaper, language: Language): Item {
  const words = sheetTalk(language);
  const label = { fine: words.fine, missing: words.missing, open: words.bring, 'not-needed': undefined }[state];
  return {
    ...(label === undefined ? {} : { label }),
    text: name[language],
    ...noted([explanation, where].filter((one) => one !== undefined).join(language === 'zh' ? '；' : '; ')),
  };
}

const codeItem = ({ code, validTo }: ShownSheet, language: Language): Item[] =>
  code === undefined || validTo === undefined
    ? []
    : [
        {
          label: sheetTalk(language).code,
          text: spacedCode(code),
          note: sheetTalk(language).validTo(saidDay(validTo, language)),
        },
      ];
