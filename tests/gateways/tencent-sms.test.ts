import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { openTencentSms, type TencentSms } from '../../handlers/gateways/tencent-sms.ts';
import { tencentAuthorization } from '../../handlers/gateways/tencent-signature.ts';
import type { SmsMessage } from '../../models/access/sms.ts';

/** The worked example of the published description of the signature, byte for byte. */
test('the published example gives the published signature', () => {
  const authorization = tencentAuthorization(
    { id: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', key: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' },
    {
      host: 'cvm.tencentcloudapi.com',
      service: 'cvm',
      contentType: 'application/json; charset=utf-8',
      body: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
      second: 1551113065,
    },
  );
  expect(authorization).toBe(
    'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  );
});

let carrier: Server;
let endpoint = '';
let heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer: { status: number; body: string } = { status: 200, body: '' };
beforeAll(async () => {
  Object.assign(process.env, { POWERTOOLS_DEV: 'false', POWERTOOLS_LOG_LEVEL: 'SILENT' });
  carrier = createServer((req, res) => {
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString()));
    req.on('end', () => {
      heard.push({ headers: req.headers, body });
      res.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => carrier.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${String((carrier.address() as { port: number }).port)}`;
});
afterAll(() => {
  carrier.closeAllConnections();
  carrier.close();
});
beforeEach(() => {
  heard = [];
  answer = { status: 200, body: statuses('Ok') };
});

const statuses = (Code: string): string =>
  JSON.stringify({
    Response: { SendStatusSet: [{ SerialNo: '5000:1045710669157053657849499619', Code }], RequestId: 'a' },
  });
const error = (Code: string): string =>
  JSON.stringify({ Response: { Error: { Code, Message: 'words' }, RequestId: 'a' } });

const settings = (over: Partial<TencentSms> = {}): TencentSms => ({
  endpoint,
  region: 'ap-beijing',
  app: '1400006666',
  sign: '银川车管所',
  links: 'whole',
  keys: () => Promise.resolve({ id: 'AKIDEXAMPLE', key: 'KEYEXAMPLE' }),
  templates: () => Promise.resolve({ version: 1, ids: { 'matter-accepted#zh': '1110', 'booking-soon#zh': '1111' } }),
  nowMs: () => 1_700_000_000_000,
  ...over,
});
const message: SmsMessage = {
  id: 'matter-01J-3-0-person',
  to: '13800138000',
  template: 'matter-accepted',
  values: { link: 'http://localhost:3000/track?number=YC-1118-011', number: 'YC-1118-011' },
  language: 'zh',
};

test('a message goes out as a signed request with the template’s number and its values in their order', async () => {
  expect(await openTencentSms(settings()).send(message)).toBe('sent');
  const [request] = heard;
  expect(JSON.parse(request?.body ?? '')).toEqual({
    PhoneNumberSet: ['+8613800138000'],
    SmsSdkAppId: '1400006666',
    SignName: '银川车管所',
    TemplateId: '1110',
    TemplateParamSet: ['YC-1118-011', 'http://localhost:3000/track?number=YC-1118-011'],
    SessionContext: 'matter-01J-3-0-person',
  });
  expect(request?.headers).toMatchObject({
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': 'ap-beijing',
    'x-tc-timestamp': '1700000000',
    'content-type': 'application/json; charset=utf-8',
  });
  // Signed is what really went out.
  expect(request?.headers['authorization']).toBe(
    tencentAuthorization(
      { id: 'AKIDEXAMPLE', key: 'KEYEXAMPLE' },
      {
        host: new URL(endpoint).host,
        service: 'sms',
        contentType: 'application/json; charset=utf-8',
        body: request?.body ?? '',
        second: 1_700_000_000,
      },
    ),
  );
});

test('where the approved text holds the address, only what stands behind it is handed over', async () => {
  await openTencentSms(settings({ links: 'path' })).send(message);
  expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({
    TemplateParamSet: ['YC-1118-011', 'track?number=YC-1118-011'],
  });
});

test.each([
  ['LimitExceeded.PhoneNumberDailyLimit', 'later'],
  ['LimitExceeded.DeliveryFrequencyLimit', 'later'],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'no-phone'],
  ['FailedOperation.PhoneNumberInBlacklist', 'no-phone'],
  ['FailedOperation.TemplateIncorrectOrUnapproved', 'failed'],
  ['InternalError.Timeout', 'failed'],
] as const)('%s of a number is %s', async (code, end) => {
  answer = { status: 200, body: statuses(code) };
  expect(await openTencentSms(settings()).send(message)).toBe(end);
});

test.each([
  ['a refused signature', error('AuthFailure.SignatureFailure'), 'failed'],
  ['a limit of the whole account', error('RequestLimitExceeded'), 'later'],
  ['words that are no answer', '<html>', 'failed'],
  ['no status at all', JSON.stringify({ Response: { RequestId: 'a' } }), 'failed'],
] as const)('%s is no message sent', async (_name, body, end) => {
  answer = { status: 200, body };
  expect(await openTencentSms(settings()).send(message)).toBe(end);
});

test('a sentence whose number nobody entered is not sent, and a carrier that cannot be reached does not throw', async () => {
  expect(await openTencentSms(settings()).send({ ...message, language: 'en' })).toBe('failed');
  expect(heard).toHaveLength(0);
  expect(await openTencentSms(settings({ endpoint: 'http://127.0.0.1:9' })).send(message)).toBe('failed');
});
