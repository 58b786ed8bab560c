/** The cases behind a figure, newest first: exactly as many as the figure says. */
import type { Officer } from '../../models/access/staff.ts';
import type { FiledCase } from '../../models/aftermath/figures.ts';
import type { AskCases } from '../../models/aftermath/oversight-requests.ts';
import type { CasePage, CaseRow } from '../../models/aftermath/oversight-views.ts';
import { readFiled } from '../../models/clock/filed-clock.ts';
import type { Complaint } from '../../models/complaint/complaint.ts';
import { CauseCode, ProblemKind } from '../../models/complaint/kinds.ts';
import { matterRow } from '../../models/complaint/showing.ts';
import { ComplaintId, ConversationId, StaffId, type OfficeId } from '../../models/ids.ts';
import { done, refused, type Outcome } from '../../models/outcome.ts';
import type { Instant } from '../../models/time.ts';
import type { Deps } from '../deps.ts';
import { askedDays, askedOffices, namesOf } from './asked-scope.ts';

const AT_ONCE = 40;
/** A narrowed list looks at so many entries a page at most, so that a page costs the same however rare the wanted ones are. */
const PAGES = 10;
/** Where a page ended: which office, and which entry of its list. */
type Place = { office: OfficeId; start?: string };

export async function listCases(deps: Deps, by: Officer, input: AskCases): Promise<Outcome<CasePage>> {
  const asked = askedOffices(by, input.office);
  if (!asked.ok) return asked;
  const days = askedDays(input.from, input.to);
  if (!days.ok) return days;
  const place = placeOf(input.cursor, asked.value);
  if (place === undefined) return refused('bad-input', 'this cursor is not one of ours');
  const { cases, next } = await gather(deps, input, asked.value, place);
  const now = deps.now();
  const matters = await mattersOf(deps, cases);
  return done({
    figure: input.figure,
    rows: cases.map((one) => caseRow(one, matters.get(one.record), now)),
    names: await namesOf(deps, asked.value),
    ...(next === undefined ? {} : { next: Buffer.from(JSON.stringify(next)).toString('base64url') }),
  });
}

/** Nothing of the cursor is believed beyond its shape: the office must be one that was asked for. */
function placeOf(cursor: string | undefined, offices: readonly OfficeId[]): Place | undefined {
  const [first] = offices;
  if (cursor === undefined) return first === undefined ? undefined : { office: first };
  try {
    const said = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { office?: unknown; start?: unknown };
    const office = offices.find((one) => one === said.office);
    if (office === undefined) return undefined;
    return { office, ...(typeof said.start === 'string' ? { start: said.start } : {}) };
  } catch {
    return undefined;
  }
}

async function gather(
  deps: Deps,
  { figure, from, to, reason, dimension, key }: AskCases,
  offices: readonly OfficeId[],
  place: Place,
): Promise<{ cases: FiledCase[]; next?: Place }> {
  const wanted = (one: FiledCase): boolean =>
    (reason === undefined || one.reason === reason) &&
    (dimension === undefined || key === undefined || (one[dimension] ?? 'none') === key);
  const cases: FiledCase[] = [];
  let at: Place | undefined = place;
  for (let page = 0; page < PAGES && at !== undefined && cases.length < AT_ONCE; page++) {
    const { office, start }: Place = at;
    const found = await deps.figures.cases(office, figure, from, to, AT_ONCE - cases.length, start);
    cases.push(...found.cases.filter(wanted));
    const following: OfficeId | undefined = offices[offices.indexOf(office) + 1];
    at =
      found.next !== undefined
        ? { office, start: found.next }
        : following === undefined
          ? undefined
          : { office: following };
  }
  return { cases, ...(at === undefined ? {} : { next: at }) };
}

export const matterIdOf = (record: string): ComplaintId | undefined => {
  const id = ComplaintId.safeParse(record.startsWith('COMPLAINT#') ? record.slice('COMPLAINT#'.length) : '');
  return id.success ? id.data : undefined;
};

/** By record key; one request for a page. */
export async function mattersOf(
  deps: Pick<Deps, 'complaints'>,
  cases: readonly Pick<FiledCase, 'record'>[],
): Promise<Map<string, Complaint>> {
  const ids = cases.map(({ record }) => matterIdOf(record)).filter((id) => id !== undefined);
  const found = await deps.complaints.several(ids);
  return new Map(found.map((c) => [`COMPLAINT#${c.id}`, c]));
}

function caseRow(one: FiledCase, matter: Complaint | undefined, now: Instant): CaseRow {
  const cause = CauseCode.safeParse(one.cause);
  const problem = ProblemKind.safeParse(one.problem);
  const by = StaffId.safeParse(one.by);
  const talk = ConversationId.safeParse(one.talk ?? /^CONVERSATION#(.*)$/u.exec(one.record)?.[1]);
  return {
    at: one.at,
    day: one.day,
    ...(one.reason === undefined ? {} : { reason: one.reason }),
    ...(cause.success ? { cause: cause.data } : {}),
    ...(problem.success ? { problem: problem.data } : {}),
    ...(one.service === undefined ? {} : { service: one.service }),
    ...(by.success ? { by: by.data } : {}),
    ...(one.amounts === undefined ? {} : { amounts: one.amounts }),
    ...(talk.success ? { talk: talk.data } : {}),
    ...(matter === undefined
      ? {}
      : {
          dueAt: readFiled(matter.office, matter.answerBy, now).dueAt,
          ...(matter.answerBy.stoppedAt === undefined ? {} : { answeredAt: matter.answerBy.stoppedAt }),
          row: matterRow(matter, now),
        }),
  };
}
