/** Cuts a message where one matter may end and another begin. */

/** Words with which people turn to a second matter. */
const TURN =
  '(?:还有(?:就是|个事|一个|一件)?|另外|再就是|再一个|再问(?:一下|个)?|顺便|顺带|对了|以及|同时|第二|然后还|也想|也要|也得)';
const CUT = new RegExp(`[，,。；;！!？?、\\n]+|(?<=\\p{Script=Han})\\s+|\\s+(?=\\p{Script=Han})|(?=${TURN})`, 'u');
const TURNS = new RegExp(`^${TURN}`);
const MOST_CUTS = 4;

/** Each way to cut the message in two; `turned`: the second part begins with words like “and another thing”. */
export function cutsOf(message: string): { first: string; second: string; turned: boolean }[] {
  const clauses = message.split(CUT).filter((clause) => clause.trim().length > 0);
  if (clauses.length < 2) return [];
  return clauses
    .slice(1)
    .map((clause, i) => ({
      first: clauses.slice(0, i + 1).join('，'),
      second: clauses.slice(i + 1).join('，'),
      turned: TURNS.test(clause),
    }))
    .filter(({ first, second }) => first.length >= 4 && second.length >= 4)
    .sort((a, b) => Number(b.turned) - Number(a.turned))
    .slice(0, MOST_CUTS);
}
