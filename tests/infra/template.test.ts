import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPromise } from 'yauzl';
import { readService } from '../../scripts/local/service.ts';

type Resource = { Type: string; Properties?: Record<string, unknown>; DeletionPolicy?: string };
type Template = { Resources: Record<string, Resource> };
type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Principal?: unknown;
  Condition?: unknown;
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bancheng-package-'));
let template: Template;
let text: string;

beforeAll(() => {
  // Without network and without credentials: nothing of the machine's AWS set-up is handed on.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && name !== 'NODE_OPTIONS'),
  );
  const packed = spawnSync(
    process.execPath,
    [join(root, 'node_modules/serverless/bin/serverless.js'), 'package', '--package', folder],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...environment, SLS_NOTIFICATIONS_MODE: 'off', SLS_TELEMETRY_DISABLED: '1' },
    },
  );
  if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr);
  text = readFileSync(join(folder, 'cloudformation-template-update-stack.json'), 'utf8');
  template = JSON.parse(text) as Template;
}, 180_000);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hashOf = (file: string): string => sha256(readFileSync(file));
/** The hashes of the named files of an archive; none for what it does not hold. */
async function hashesIn(file: string, names: string[]): Promise<Record<string, string>> {
  const archive = await openPromise(file, { lazyEntries: true });
  const found: Record<string, string> = {};
  for await (const entry of archive.eachEntry()) {
    if (!names.includes(entry.fileName)) continue;
    const parts: Buffer[] = [];
    for await (const part of await archive.openReadStreamPromise(entry)) parts.push(part as Buffer);
    found[entry.fileName] = sha256(Buffer.concat(parts));
  }
  return found;
}

const COMMON_ROLE = 'IamRoleLambdaExecution';
const ofType = (type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, r]) => r.Type === type);

test('no partition, DNS suffix, region or account is spelled out', () => {
  expect(text).not.toMatch(/arn:aws[:-]/u);
  expect(text).not.toMatch(/amazonaws\.com\.cn|execute-api\.[a-z-]+\.amazonaws|cn-northwest-1|cn-north-1/u);
  // Service principals are global names, without a partition's suffix.
  for (const [, name = ''] of text.matchAll(/"([\w.-]*amazonaws\.com[\w.]*)"/gu))
    expect(name).toMatch(/^(lambda|events|apigateway)\.amazonaws\.com$/u);
});

test('no template names the local master key, the clock of tests or a demo account', () => {
  for (const secret of [
    'LOCAL_MASTER_KEY',
    'CLOCK_AHEAD_MS',
    'RATE_FACTOR',
    'WECHAT_TOKEN',
    'WECHAT_AES_KEY',
    'demo-bancheng',
  ])
    expect(text).not.toContain(secret);
});

test('every resource and property exists in the CloudFormation specification', () => {
  const spec = loadAwsServiceSpecSync();
  const faults: string[] = [];
  for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
    const [definition] = spec.lookup('resource', 'cloudFormationType', 'equals', Type);
    if (definition === undefined) {
      faults.push(`${id}: unknown type ${Type}`);
      continue;
    }
    for (const name of Object.keys(Properties))
      if (!(name in definition.properties)) faults.push(`${id}: unknown property ${name}`);
    for (const [name, { required }] of Object.entries(definition.properties))
      if (required === true && !(name in Properties)) faults.push(`${id}: ${name} is missing`);
  }
  expect(faults).toEqual([]);
});

test('the table keeps its promises: stream, expiry, recovery to a point in time, encryption, protection from deletion', () => {
  const [[, table] = []] = ofType('AWS::DynamoDB::Table');
  expect(table).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    },
  });
});

test('logs are kept for at least six months and no bucket can be read by the public', () => {
  for (const [, group] of ofType('AWS::Logs::LogGroup'))
    expect(group.Properties?.['RetentionInDays']).toBeGreaterThanOrEqual(180);
  for (const [, bucket] of ofType('AWS::S3::Bucket'))
    expect(bucket.Properties?.['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
});

test('evidence has a bucket of its own: versions, its own key, by TLS alone, locked where asked for, deleted only by the sweep', () => {
  const bucket = template.Resources['Evidence'];
  expect(bucket).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: { 'Fn::If': ['LockEvidence', true, { Ref: 'AWS::NoValue' }] },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    },
  });
  expect(JSON.stringify(bucket?.Properties?.['BucketEncryption'])).toContain('"EvidenceKey"');
  // No rule of the bucket deletes a recording: it would know neither class nor hold.
  expect(JSON.stringify(bucket?.Properties?.['LifecycleConfiguration'])).not.toContain('Expiration');
  const policy = ofType('AWS::S3::BucketPolicy').find(([id]) => id === 'EvidenceOnlyByTls');
  expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":false');
  const deleting = ofType('AWS::IAM::Role').filter(([, role]) => JSON.stringify(role).includes('s3:DeleteObject'));
  expect(deleting.map(([id]) => id)).toEqual([expect.stringMatching(/^DeadlineSweep/u)]);
});

test('who may look at a photo is told when it is not there: listing goes as far as looking does, and no further', () => {
  const statements = ofType('AWS::IAM::Role').flatMap(([id, role]) =>
    ((role.Properties?.['Policies'] ?? []) as { PolicyDocument: { Statement: Statement[] } }[])
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .map((statement) => ({ id, ...statement, resource: JSON.stringify(statement.Resource) })),
  );
  const looking = statements.filter(
    ({ Action, resource }) => [Action].flat().includes('s3:GetObject') && resource.includes('${Photos.Arn}/photos/*'),
  );
  const listing = statements.filter(
    ({ Action, resource }) => [Action].flat().includes('s3:ListBucket') && resource.includes('"Photos"'),
  );
  expect(looking.length).toBeGreaterThanOrEqual(8);
  expect(listing.map(({ id }) => id)).toEqual(looking.map(({ id }) => id));
  for (const { Condition } of listing) expect(Condition).toEqual({ StringLike: { 's3:prefix': 'photos/*' } });
});

test('every function runs on the pinned runtime, and each that touches data has a role of its own', () => {
  const functions = ofType('AWS::Lambda::Function').filter(([id]) => !id.startsWith('Custom'));
  expect(functions.length).toBeGreaterThanOrEqual(12);
  for (const [, f] of functions) expect(f.Properties?.['Runtime']).toBe('nodejs24.x');
  const own = functions.map(([, f]) => JSON.stringify(f.Properties?.['Role']));
  expect(new Set(own).size).toBe(own.length);
  // The framework writes a wide common role into every template; nobody may wear it.
  expect(own.join()).not.toContain(`"${COMMON_ROLE}"`);
});

test('no permission is wider than one service’s named actions on named resources', () => {
  for (const [id, role] of ofType('AWS::IAM::Role').filter(([name]) => name !== COMMON_ROLE)) {
    const policies = (role.Properties?.['Policies'] ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
    for (const { Action, Resource } of policies.flatMap((p) => p.PolicyDocument.Statement)) {
      const actions = [Action].flat();
      for (const action of actions) expect([id, action]).toEqual([id, expect.not.stringMatching(/\*/u)]);
      // API Gateway's connections are named by the stage; nothing else may be a bare star.
      expect([id, Resource]).not.toEqual([id, '*']);
      expect([id, JSON.stringify(Resource)]).toEqual([id, expect.not.stringMatching(/:\*:\*:\*\//u)]);
    }
  }
  const scans = JSON.stringify(template).match(/dynamodb:Scan/u);
  expect(scans).toBeNull();
});

test('the guides and the pages may touch no data at all', () => {
  const functions = ofType('AWS::Lambda::Function').filter(([id]) => /^(Guides|Pages)/u.test(id));
  expect(functions).toHaveLength(2);
  for (const [, f] of functions) {
    const [role = ''] = (f.Properties?.['Role'] as { 'Fn::GetAtt': string[] })['Fn::GetAtt'];
    expect(template.Resources[role]?.Type).toBe('AWS::IAM::Role');
    expect(JSON.stringify(template.Resources[role])).not.toMatch(/dynamodb|kms|s3:|ManageConnections/u);
  }
});

test('every route of the code is a route of the template, and the other way round', async () => {
  const { handlersByRoute } = await import('../world.ts');
  const inCode = [...(await handlersByRoute()).keys()].filter((route) => route.includes(' /api/'));
  const inTemplate = ofType('AWS::ApiGatewayV2::Route')
    .map(([, r]) => String(r.Properties?.['RouteKey']))
    // The description of the interface is a built file, served beside the pages; WeChat's platform speaks XML to a window of its own.
    .filter((route) => route.includes(' /api/') && !/openapi\.json$|wechat$/u.test(route));
  expect(inTemplate.sort()).toEqual(inCode.sort());
});

test('every handler of the template is an exported function of its file', async () => {
  for (const [id, f] of ofType('AWS::Lambda::Function')) {
    if (id.startsWith('Custom')) continue;
    const [file = '', name = ''] = String(f.Properties?.['Handler']).split('.');
    const module = (await import(join(root, `${file}.ts`))) as Record<string, unknown>;
    expect([id, typeof module[name]]).toEqual([id, 'function']);
  }
});

test('what is deployed is what runs here: each package holds its function’s bundle, and the pages’ one the pages', async () => {
  const page = '.build/web/citizen/index.html';
  for (const [name, { handler }] of Object.entries(readService().functions)) {
    const bundle = `${handler.split('.')[0] ?? ''}.mjs`;
    const packed = await hashesIn(join(folder, `${name}.zip`), [bundle, page]);
    expect([name, packed]).toEqual([
      name,
      {
        [bundle]: hashOf(join(root, '.build/functions', bundle)),
        ...(name === 'pages' ? { [page]: hashOf(join(root, page)) } : {}),
      },
    ]);
  }
});

test('bundles stay small enough to start quickly', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.zip')))
    expect([file, statSync(join(folder, file)).size < 4_200_000]).toEqual([file, true]);
});
