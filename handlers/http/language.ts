/** The language a page asks for: in its address or in a header; Chinese unless told. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export function languageOf(event: APIGatewayProxyEventV2): 'zh' | 'en' {
  const asked = event.queryStringParameters?.['lang'];
  if (asked === 'en' || asked === 'zh') return asked;
  return event.headers['x-language'] === 'en' ? 'en' : 'zh';
}
