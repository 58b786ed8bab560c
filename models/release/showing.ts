/** What each side may see of a release: the office its file, a side its own part, with numbers masked. */
import { shownChoice } from '../aftermath/notice-choice.ts';
import { shownClock } from '../complaint/showing.ts';
import type { ShownClock } from '../complaint/views.ts';
import { maskName, maskPhone, maskPlate } from '../conversation/masking.ts';
import type { StaffId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { ReleaseNote } from './note.ts';
import { waysOf } from './changes/notices.ts';
import { codeIsRight } from './changes/agent.ts';
import { articleOf, requiredPapers } from './papers.ts';
import type { Side } from './parties.ts';
import { isOver, lenderNameOf, openSession, shapeOf, type Release } from './release.ts';
import { statementOf } from './statement.ts';
import { requiredCells } from './steps.ts';
import type { LenderReleaseRow, OwnRelease, ReleaseFile, ReleaseReceipt, ReleaseRow, ShownPaper } from './views.ts';

/** The same vehicle in the same state always shows the same: nothing is reckoned from who looks. */
export function releaseRow(r: Release, now: Instant): ReleaseRow {
  const next = nextBooking(r, now);
  return {
    id: r.id,
    number: r.number,
    office: r.office,
    state: r.state.name,
    basis: r.basis,
    sides: r.sides,
    plate: r.vehicle.plate,
    owner: maskName(r.owner.name),
    lender: shownLenderName(r),
    ...(r.lender?.agent === undefined ? {} : { agent: r.lender.agent.name }),
    ...(r.officer === undefined ? {} : { officer: r.officer }),
    filedAt: r.filedAt,
    lastAt: r.lastAt,
    ...(next === undefined ? {} : { startsAt: next }),
    ...clockOf(r, now),
    waitsFor: moveOf(r),
    version: r.version,
  };
}

/** Whoever applies alone writes the name, and it may be a person's. */
const LONGEST_PERSON = 4;
const shownLenderName = (r: Release): string =>
  r.lender === undefined && r.mortgagee !== undefined && r.mortgagee.length <= LONGEST_PERSON
    ? maskName(r.mortgagee)
    : lenderNameOf(r);

const clockOf = (r: Release, now: Instant): { clock?: ShownClock } =>
  r.clock === undefined ? {} : { clock: shownClock(r.office, r.clock, now) };

const HOUR_BEFORE = 3_600_000;
/** A time an hour past is no longer ahead. */
function nextBooking(r: Release, now: Instant): Instant | undefined {
  const from = new Date(Date.parse(now) - HOUR_BEFORE).toISOString();
  return r.bookings
    .map(({ startsAt }) => startsAt)
    .filter((at) => at >= from)
    .sort()[0];
}

/** Whose move it is. */
function moveOf(r: Release): ReleaseRow['waitsFor'] {
  if (isOver(r) || r.state.name === 'certificate-returned') return 'nobody';
  if (r.state.name === 'papers-missing') return whoMends(r);
  if (r.state.name === 'decided') return r.decision?.what === 'approved' ? 'office' : 'nobody';
  if (r.state.name !== 'booked') return 'office';
  return r.sides.length === 2 ? 'both' : (r.sides[0] ?? 'office');
}

function whoMends(r: Release): ReleaseRow['waitsFor'] {
  const bad = r.papers.flatMap(({ kind, photos, verdict }) =>
    verdict?.good === false || photos.length === 0 ? [kind] : [],
  );
  const of = new Set(requiredPapers(shapeOf(r)).flatMap((paper) => (bad.includes(paper.kind) ? [paper.of] : [])));
  const [one = r.sides[0] ?? 'owner', other] = of;
  return other === undefined ? one : 'both';
}

const phoneOf = ({ owner: { phone } }: Release): { phone?: string } =>
  phone === undefined ? {} : { phone: maskPhone(phone) };

export function shownPapers(r: Release, side?: Side): ShownPaper[] {
  return requiredPapers(shapeOf(r))
    .filter(({ of }) => side === undefined || of === side)
    .map(({ kind, of, from }) => {
      const paper = r.papers.find((one) => one.kind === kind);
      const verdict = paper?.verdict;
      return {
        kind,
        of,
        from,
        article: articleOf[kind],
        photos: paper?.photos ?? [],
        ...(verdict === undefined
          ? {}
          : {
              verdict: {
                good: verdict.good,
                defects: verdict.defects,
                ...(verdict.words === undefined ? {} : { words: verdict.words }),
              },
            }),
      };
    });
}

const decisionOf = (r: Release): { what: string; at: Instant; reason?: string; words?: string } | undefined => {
  const { decision } = r;
  if (decision === undefined) return undefined;
  const { what, at } = decision;
  if (decision.what === 'approved') return { what, at };
  return { what, at, reason: decision.what === 'refused' ? decision.ground : decision.why, words: decision.words };
};

const drawn = (r: Release, side: Side): string[] => r.challenges.findLast((one) => one.side === side)?.wanted ?? [];

export function releaseFile(
  r: Release,
  around: {
    notes: readonly ReleaseNote[];
    names: Readonly<Record<string, string>>;
    codes?: ReleaseFile['codes'];
  },
  now: Instant,
): ReleaseFile {
  const decision = decisionOf(r);
  const name = (id: string): string => around.names[id] ?? id;
  return {
    row: releaseRow(r, now),
    channel: r.channel,
    language: r.language,
    owner: {
      name: maskName(r.owner.name),
      company: r.owner.company,
      ...phoneOf(r),
      ...(r.owner.proxy === undefined ? {} : { proxy: maskName(r.owner.proxy.name) }),
    },
    lender: {
      ...(r.lender === undefined ? {} : { id: r.lender.lender }),
      name: shownLenderName(r),
      ...(r.lender?.agent === undefined ? {} : { agent: r.lender.agent.name }),
    },
    vehicle: r.vehicle,
    ...(r.helper === undefined ? {} : { helper: { name: maskName(r.helper.name), relation: r.helper.relation } }),
    certificateWith: r.certificateWith,
    papers: shownPapers(r),
    ...(r.eligibility === undefined
      ? {}
      : {
          eligibility: {
            ...r.eligibility,
            copied: { ...r.eligibility.copied, owner: maskName(r.eligibility.copied.owner) },
          },
        }),
    bookings: r.bookings,
    sessions: r.sessions,
    required: requiredCells(shapeOf(r)),
    ticked: r.ticked,
    challenge: Object.fromEntries(r.sides.map((side) => [side, drawn(r, side)])),
    codesRight: r.sides.filter((side) => codeIsRight(r, side)),
    codes: around.codes ?? {},
    ...(r.comparison === undefined ? {} : { comparison: r.comparison }),
    ...(r.custody === undefined ? {} : { custody: r.custody }),
    statements: Object.fromEntries(r.sides.map((side) => [side, statementOf(r, side)])),
    ...(r.acceptedAt === undefined ? {} : { acceptedAt: r.acceptedAt }),
    ...(decision === undefined || r.decision === undefined
      ? {}
      : { decision: { ...decision, by: name(r.decision.by) } }),
    ...(r.registry === undefined ? {} : { registry: { serial: r.registry.serial, at: r.registry.at } }),
    notes: [...around.notes],
    history: r.history.map(({ at, what, by, reason }) => ({
      at,
      what,
      ...(by === undefined ? {} : { by: name(by) }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

/** For the agents of its lender: their own times, nobody of the office. */
export function lenderReleaseRow(r: Release, agent: StaffId, now: Instant): LenderReleaseRow {
  const bookings = r.bookings.filter(({ sides }) => sides.includes('lender'));
  const { officer: _officer, lender: _lender, ...row } = releaseRow({ ...r, bookings }, now);
  return { ...row, mine: r.lender?.agent?.id === agent, roomOpen: openSession(r)?.with.includes('lender') === true };
}

/** What a side needs no word of: the office's own steps. */
const inner = new Set([
  'ticked',
  'unticked',
  'challenged',
  'code-wrong',
  'revealed',
  'transferred',
  'late',
  'reminded',
  'notices-chosen',
]);

export function ownRelease(r: Release, side: Side, now: Instant): OwnRelease {
  const open = openSession(r);
  const roomOpen = open?.with.includes(side) === true;
  const decision = decisionOf(r);
  const notices = side === 'owner' ? shownChoice(r, waysOf(r)) : undefined;
  return {
    id: r.id,
    number: r.number,
    office: r.office,
    side,
    state: r.state.name,
    basis: r.basis,
    plate: side === 'owner' ? maskPlate(r.vehicle.plate) : r.vehicle.plate,
    owner: maskName(r.owner.name),
    lender: shownLenderName(r),
    ...(r.lender?.agent === undefined
      ? {}
      : { agent: side === 'owner' ? maskName(r.lender.agent.name) : r.lender.agent.name }),
    ...(r.officer === undefined ? {} : { officer: r.officer.name }),
    ...phoneOf(r),
    ...(notices === undefined ? {} : { notices }),
    filedAt: r.filedAt,
    certificateWith: r.certificateWith,
    papers: shownPapers(r, side),
    bookings: r.bookings.filter(({ sides }) => sides.includes(side)),
    ...(r.helper === undefined || side !== 'owner'
      ? {}
      : { helper: { name: maskName(r.helper.name), relation: r.helper.relation } }),
    roomOpen,
    // Read aloud in the call, so it is whole there, and nowhere else.
    ...(roomOpen ? { statement: statementOf(r, side) } : {}),
    challenge: roomOpen ? drawn(r, side) : [],
    ...(r.acceptedAt === undefined ? {} : { acceptedAt: r.acceptedAt }),
    ...clockOf(r, now),
    ...(decision === undefined ? {} : { decision }),
    ...(r.registry === undefined ? {} : { registeredAt: r.registry.at }),
    ...(r.custody === undefined ? {} : { custody: r.custody }),
    history: r.history
      .filter(({ what }) => !inner.has(what))
      .map(({ at, what, reason }) => ({ at, what, ...(reason === undefined ? {} : { reason }) })),
    version: r.version,
  };
}

export const releaseReceipt = (r: Release): ReleaseReceipt => ({
  id: r.id,
  number: r.number,
  code: r.code,
  office: r.office,
  plate: maskPlate(r.vehicle.plate),
  lender: shownLenderName(r),
  filedAt: r.filedAt,
  phoneTail: r.owner.phone?.slice(-4) ?? '',
  papers: shownPapers(r),
});
