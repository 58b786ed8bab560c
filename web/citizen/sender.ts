/** Sends what waits in the outbox: one at a time, in order, under the same number until it is acknowledged. */
import type { DeliveryId } from '../../models/ids.ts';
import type { Clock } from './clock.ts';
import { hasConversation, isRefusal, type Answer, type LinesArrived, type Refused } from './office-http.ts';
import type { Outbox, Unsent } from './outbox.ts';
import type { Timers } from './timers.ts';

const SECOND = 1000;
const ACKNOWLEDGE_WITHIN = 6 * SECOND;
const TOO_MANY_PAUSE = 10 * SECOND;

export type Line = {
  /** Whether the office was reached when last tried. */
  isUp(): boolean;
  hasSocket(): boolean;
  sendOnSocket(message: object): void;
  checkSocket(): void;
  post(message: object): Promise<Answer | undefined>;
  /** The last line this page holds. */
  last(): number;
  arrived(lines: LinesArrived): void;
  notReached(): void;
  renewTicket(): void;
  changed(): void;
};
export type Stuck = { delivery: DeliveryId; sentence?: string };
type Sender = {
  drain(): void;
  acknowledge(delivery: DeliveryId): void;
  refused(delivery: DeliveryId, refusal: Refused): void;
  /** The way it was going is gone: it will go again, under the same number. */
  letGo(): void;
  lostSocket(): void;
  hurry(): void;
  underWay(): DeliveryId | undefined;
  stuck(): Stuck | undefined;
};

export function createSender(
  outbox: Outbox,
  clock: Clock,
  timers: Timers,
  backoff: (failures: number) => number,
  line: Line,
): Sender {
  let underWay: { delivery: DeliveryId; attempt: number } | undefined;
  let attempts = 0;
  let failures = 0;
  let notBefore = 0;
  /** The socket did not acknowledge the last one in time. */
  let preferPost = false;
  let stuck: Stuck | undefined;
  const renewed = new Set<DeliveryId>();

  const letGo = (): void => {
    timers.callOff('acknowledge');
    underWay = undefined;
  };
  const succeeded = (): void => {
    failures = 0;
    notBefore = 0;
    preferPost = false;
  };
  const acknowledge = (delivery: DeliveryId): void => {
    outbox.remove(delivery);
    renewed.delete(delivery);
    if (stuck?.delivery === delivery) stuck = undefined;
    if (underWay?.delivery !== delivery) return;
    letGo();
    succeeded();
  };

  const drain = (): void => {
    if (underWay || !line.isUp()) return;
    outbox.adopt();
    const next = outbox.head();
    if (next === undefined) return;
    const wait = notBefore - clock.now();
    if (wait > 0) timers.later('send', wait, drain);
    else send(next);
  };
  const send = ({ delivery, content }: Unsent): void => {
    const attempt = ++attempts;
    underWay = { delivery, attempt };
    const message = { delivery, content, after: line.last() };
    if (line.hasSocket() && !preferPost) {
      timers.later('acknowledge', ACKNOWLEDGE_WITHIN, () => {
        preferPost = true;
        letGo();
        failed(delivery);
        line.checkSocket();
      });
      line.sendOnSocket({ action: 'say', ...message });
    } else
      void line.post(message).then((answer) => {
        posted(delivery, attempt, answer);
      });
    line.changed();
  };
  const posted = (delivery: DeliveryId, attempt: number, answer: Answer | undefined): void => {
    const isCurrent = underWay?.attempt === attempt;
    if (isCurrent) letGo();
    if (answer?.status === 200 && hasConversation(answer.body)) {
      line.arrived(answer.body);
      acknowledge(delivery);
      succeeded();
    } else if (!isCurrent) return;
    else if (answer === undefined) {
      if (line.hasSocket()) failed(delivery);
      else line.notReached();
    } else if (isRefusal(answer.body) && answer.status < 500) refused(delivery, answer.body);
    else failed(delivery);
    line.changed();
    drain();
  };
  const failed = (delivery: DeliveryId): void => {
    failures += 1;
    stuck = { delivery };
    notBefore = clock.now() + backoff(failures);
    line.changed();
    drain();
  };
  const refused = (delivery: DeliveryId, { kind, sentence, signedOut }: Refused): void => {
    if (underWay?.delivery === delivery) letGo();
    if (kind === 'too-many') {
      stuck = { delivery, sentence };
      notBefore = clock.now() + TOO_MANY_PAUSE;
    } else if (kind === 'stale') failed(delivery);
    else if ((kind === 'not-allowed' || signedOut === true) && !renewed.has(delivery)) {
      // The pass ran out; a new one is fetched once before a no is taken for a no.
      renewed.add(delivery);
      notBefore = clock.now() + SECOND / 2;
      line.renewTicket();
    } else {
      outbox.refuse(delivery, sentence);
      if (stuck?.delivery === delivery) stuck = undefined;
    }
  };

  return {
    drain,
    acknowledge,
    refused,
    letGo,
    lostSocket() {
      if (timers.isSet('acknowledge')) letGo();
    },
    hurry() {
      notBefore = 0;
      timers.callOff('send');
    },
    underWay: () => underWay?.delivery,
    stuck: () => stuck,
  };
}
