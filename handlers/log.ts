/** What may stand in a log: one of these event names, and ids. Never a body, a name, a phone number, a plate or a message text. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

export const logEvents = [
  'request-answered',
  'request-failed',
  'turn-failed',
  'socket-opened',
  'socket-closed',
  'stream-projected',
  'stream-failed',
  'sweep-done',
  'push-failed',
  'health-failed',
] as const;
export type LogEvent = (typeof logEvents)[number];
/** Ids, counts and codes only. */
export type LogFields = Partial<
  Record<'request' | 'route' | 'conversation' | 'record' | 'socket' | 'kind' | 'error' | 'code', string>
> &
  Partial<Record<'status' | 'ms' | 'count', number>>;

const logger = new Logger({ serviceName: 'bancheng' });
const metrics = new Metrics({ namespace: 'Bancheng', serviceName: 'bancheng' });

export const log = (event: LogEvent, fields: LogFields = {}): void => {
  if (event.endsWith('-failed')) logger.error(event, fields);
  else logger.info(event, fields);
};

/** Alarms hang on these (serverless.yml). */
export type Measure = 'TurnFailed' | 'RequestFailed' | 'StreamFailed' | 'LeaseLost';
export const count = (measure: Measure, n = 1): void => {
  metrics.addMetric(measure, MetricUnit.Count, n);
  metrics.publishStoredMetrics();
};

/** An error's kind and place, without its message: messages quote what people typed. */
export const errorCode = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const place = /at .*?([\w-]+\.[cm]?[jt]s:\d+)/u.exec(error.stack ?? '')?.[1] ?? '';
  return place === '' ? error.name : `${error.name} ${place}`;
};
