/** What a matter costs and how long it takes, in the words that stand on a checklist. */
import type { Office } from '../office/office.ts';
import type { Service, ServiceId, Text } from './service.ts';
import { say } from './service-draft.ts';

export type Fee = {
  /** The sum of what is known. */
  yuan: number;
  /** False if some part of it is not known. */
  complete: boolean;
  /** The whole of it in one line; `short` is the number alone. */
  text: Text;
  short: Text;
  /** Its parts, and that the price is another office's. */
  detail?: Text;
  note?: Text;
};
export type TimeToWait = { service: ServiceId; days: number | null; text: Text; note?: Text; verified: boolean };

/** What several matters cost together, and which price list it comes from. */
export function feeFor(services: readonly Service[], office: Office): Fee {
  const yuan = services.reduce((sum, s) => sum + (s.feeYuan ?? 0), 0);
  const complete = services.every((s) => s.feeYuan !== null);
  const parts = services.flatMap((s) => s.feeParts);
  const sum =
    parts.length > 1
      ? say(
          parts.map((p) => `${p.zh}${String(p.yuan)}`).join('、'),
          parts.map((p) => `${p.en.toLowerCase()} ${String(p.yuan)}`).join(', '),
        )
      : undefined;
  const elsewhere =
    yuan > 0 && office.id !== 'yinchuan'
      ? say(`银川公示价，${office.shortZh}以窗口公示为准`, 'Yinchuan price; see the notice at the window')
      : undefined;
  const note = services.length === 1 ? services[0]?.feeNote : undefined;
  const short = feeShort(yuan, complete);
  const said = [sum, elsewhere].filter((t) => t !== undefined);
  return {
    yuan,
    complete,
    short,
    text: say(
      `${short.zh}${sum === undefined ? '' : `（${sum.zh}）`}${elsewhere === undefined ? '' : `，${elsewhere.zh}`}`,
      `${short.en}${sum === undefined ? '' : ` (${sum.en})`}${elsewhere === undefined ? '' : `; ${elsewhere.en}`}`,
    ),
    ...(said.length === 0 ? {} : { detail: say(said.map((t) => t.zh).join('；'), said.map((t) => t.en).join('; ')) }),
    ...(note === undefined ? {} : { note }),
  };
}

function feeShort(yuan: number, complete: boolean): Text {
  if (yuan === 0)
    return complete
      ? say('不收费', 'No fee')
      : say('没有核实，看窗口公示', 'Not verified; see the notice at the window');
  return complete
    ? say(`${String(yuan)}元`, `${String(yuan)} yuan`)
    : say(`${String(yuan)}元，另有没核实的收费`, `${String(yuan)} yuan, and fees that are not verified`);
}

export function timeOf(s: Service): TimeToWait {
  const note = s.timeNote === undefined ? undefined : say(s.timeNote.zh, s.timeNote.en);
  const verified = s.timeNote?.verified ?? true;
  if (s.timeLimit !== null)
    return {
      service: s.id,
      days: s.timeLimit.kind === 'working' ? s.timeLimit.days : null,
      text: say(s.timeLimit.zh, s.timeLimit.en),
      ...(note === undefined ? {} : { note }),
      verified,
    };
  return { service: s.id, days: null, text: note ?? say('没有核实', 'Not verified'), verified };
}
