/** Makes a Lambda window out of routes: who may come, what they may ask, which duty answers. */
import middy from '@middy/core';
import securityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { z } from 'zod';
import type { Deps } from '../../functions/deps.ts';
import type { Visitor } from '../../functions/conversation/take-turn.ts';
import type { Permission } from '../../models/access/permissions.ts';
import type { Officer } from '../../models/access/staff.ts';
import type { Outcome } from '../../models/outcome.ts';
import type { Signer } from '../../models/signing.ts';
import { wired } from '../wiring.ts';
import type { Holder } from './release-pages/slips.ts';
import { admit } from './admission.ts';
import { languageOf } from './language.ts';
import { json, problem } from './problem.ts';
import { answersFailures } from './failures.ts';

/** `party`: the owner's side of one release, or the owner's helper, by the slip that number and code or a signed link left behind. */
export type Audience =
  { who: 'anyone' } | { who: 'citizen' } | { who: 'party' } | { who: 'staff'; permission: Permission };
export type Request = { event: APIGatewayProxyEventV2; address: string; signer: Signer; language: 'zh' | 'en' };
export type Answer = Outcome<unknown> | APIGatewayProxyStructuredResultV2;

export type Route = {
  audience: Audience;
  input: z.ZodType;
  /** `who` is the Visitor, Holder or Officer that the audience promises. */
  answer(deps: Deps, who: never, input: never, request: Request): Promise<Answer>;
};
export type Routes = Record<string, Route>;

export const publicRoute = <S extends z.ZodType>(
  input: S,
  answer: (deps: Deps, input: z.infer<S>, request: Request) => Promise<Answer>,
): Route => ({
  audience: { who: 'anyone' },
  input,
  answer: (deps, _who, given, request) => answer(deps, given, request),
});
export const citizenRoute = <S extends z.ZodType>(
  input: S,
  answer: (deps: Deps, who: Visitor, input: z.infer<S>, request: Request) => Promise<Answer>,
): Route => ({
  audience: { who: 'citizen' },
  input,
  answer,
});
export const partyRoute = <S extends z.ZodType>(
  input: S,
  answer: (deps: Deps, who: Holder, input: z.infer<S>, request: Request) => Promise<Answer>,
): Route => ({
  audience: { who: 'party' },
  input,
  answer,
});
export const staffRoute = <S extends z.ZodType>(
  permission: Permission,
  input: S,
  answer: (deps: Deps, who: Officer, input: z.infer<S>, request: Request) => Promise<Answer>,
): Route => ({
  audience: { who: 'staff', permission },
  input,
  answer,
});

/** Answers are data, never documents: what only documents need is left out. */
const headers = {
  contentSecurityPolicy: false,
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  dnsPrefetchControl: false,
  downloadOptions: false,
  permittedCrossDomainPolicies: false,
  permissionsPolicy: false,
} as const;

const isResponse = (answer: Answer): answer is APIGatewayProxyStructuredResultV2 => 'statusCode' in answer;

export function openWindow(routes: Routes) {
  const answer = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const route = routes[event.routeKey];
    const { deps, signer } = await wired();
    const language = languageOf(event);
    if (route === undefined) return problem({ kind: 'not-found', detail: 'no such route' }, language);
    const request: Request = { event, address: event.requestContext.http.sourceIp, signer, language };
    const admitted = await admit(deps, route.audience, request);
    if (!admitted.ok) return admitted.response;
    const body = bodyOf(event);
    if (body === undefined) return problem({ kind: 'bad-input', detail: 'the body is not a JSON object' }, language);
    const input = route.input.safeParse(inputOf(event, body));
    if (!input.success) {
      const fields = input.error.issues.map((issue) => issue.path.join('.')).filter((path) => path !== '');
      return problem({ kind: 'bad-input', detail: 'the request does not fit its schema' }, language, { fields });
    }
    const answered = await route.answer(deps, admitted.who as never, input.data as never, request);
    const response = isResponse(answered)
      ? answered
      : answered.ok
        ? ok(answered.value)
        : problem(answered.refusal, language, extra(answered));
    return { ...response, cookies: [...admitted.cookies, ...(response.cookies ?? [])] };
  };
  const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(answersFailures())
    .use(securityHeaders(headers))
    .handler(answer);
  return Object.assign(handler, { routes });
}

const ok = (value: unknown): APIGatewayProxyStructuredResultV2 =>
  value === undefined ? { statusCode: 204 } : json(200, value);

/** Besides its refusal an outcome may carry what the page needs to go on, such as a colleague's lines. */
const extra = (outcome: object): object => {
  const { ok: _ok, refusal: _refusal, ...more } = outcome as { ok: unknown; refusal: unknown };
  return more;
};

/** Undefined when there is a body that is not a JSON object. */
function bodyOf(event: APIGatewayProxyEventV2): object | undefined {
  // The platform leaves an absent body out; the local gateway hands in null.
  if ((event.body ?? '') === '') return {};
  try {
    const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Query, body and path as one object; the path wins. */
function inputOf(event: APIGatewayProxyEventV2, body: object): unknown {
  return {
    ...(event.requestContext.http.method === 'GET' ? event.queryStringParameters : {}),
    ...body,
    ...event.pathParameters,
  };
}
