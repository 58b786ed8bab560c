/** Reads serverless.yml, the one definition of table, functions and routes. */
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { BuildOptions } from 'esbuild';
import { readFileSync } from 'node:fs';
import { parse, type ScalarTag } from 'yaml';

export type ServiceFile = {
  provider: { runtime: string; websocketsApiRouteSelectionExpression: string };
  custom: {
    esbuild: BuildOptions & { outputFileExtension: string; plugins: string };
    'serverless-offline': Record<string, unknown>;
  };
  functions: Record<
    string,
    { handler: string; description?: string; timeout?: number; events: Record<string, unknown>[] }
  >;
  resources: {
    Resources: {
      Records: {
        Properties: CreateTableCommandInput & { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } };
      };
    };
  };
};

/** CloudFormation's short tags, kept as what they say: only plain values are read here. */
const tags: ScalarTag[] = ['Ref', 'GetAtt', 'Sub'].map((name) => ({
  tag: `!${name}`,
  resolve: (value: string) => `${name}:${value}`,
}));

let service: ServiceFile | undefined;
/** Read once: it takes a tenth of a second, and is asked for with every function. */
export const readService = (): ServiceFile =>
  (service ??= parse(readFileSync(new URL('../../serverless.yml', import.meta.url), 'utf8'), {
    customTags: tags,
    merge: true,
  }) as ServiceFile);
