/** What may stand in a log: one of these event names, and ids. Never a body, a name, a phone number, a plate or a message text. */
import { Logger } from '@aws-lambda-powertools/logger';

export const logEvents = [
  'request-answered',
  'request-failed',
  'turn-failed',
  'socket-opened',
  'socket-closed',
  'stream-projected',
  'stream-failed',
  'evidence-packed',
  'sweep-done',
  'push-failed',
  'health-failed',
  'sms-failed',
  'wechat-failed',
] as const;
export type LogEvent = (typeof logEvents)[number];
/** Ids, counts and codes only. */
export type LogFields = Partial<
  Record<'request' | 'route' | 'conversation' | 'record' | 'socket' | 'kind' | 'error' | 'code', string>
> &
  Partial<Record<'status' | 'ms' | 'count', number>>;

let logger: Logger | undefined;

export const log = (event: LogEvent, fields: LogFields = {}): void => {
  logger ??= new Logger({ serviceName: 'bancheng' });
  if (event.endsWith('-failed')) logger.error(event, fields);
  else logger.info(event, fields);
};

/** Alarms hang on these (serverless.yml). */
export type Measure =
  'TurnFailed' | 'RequestFailed' | 'StreamFailed' | 'LeaseLost' | 'ClocksRang' | 'ReleasesRang' | 'NoticeFailed';
/** Nearly every process ends without having counted anything: what counts is loaded with the first count, which must be awaited. */
export const count = async (measure: Measure, n = 1): Promise<void> => {
  const { Metrics, MetricUnit } = await import('@aws-lambda-powertools/metrics');
  const metrics = new Metrics({ namespace: 'Bancheng', serviceName: 'bancheng' });
  metrics.addMetric(measure, MetricUnit.Count, n);
  metrics.publishStoredMetrics();
};

/** An error's kind and place, without its message: messages quote what people typed. */
export const errorCode = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const place = /at .*?([\w-]+\.[cm]?[jt]s:\d+)/u.exec(error.stack ?? '')?.[1] ?? '';
  return place === '' ? error.name : `${error.name} ${place}`;
};
