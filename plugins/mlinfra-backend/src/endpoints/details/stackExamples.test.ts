import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  STACK_ENDPOINTS,
  STACK_EXAMPLES,
  STACK_IDS,
  type StackExample,
} from '@mlinfra/plugin-mlinfra-common';
import Ajv from 'ajv';
import { parse } from 'yaml';

const SERVICES = resolve(__dirname, '../../../../../templates/services');
const EXAMPLES = STACK_IDS.flatMap(stack =>
  STACK_EXAMPLES[stack].api.map(
    example => [stack, `${example.method} ${example.path}`, example] as const,
  ),
);
const DESCRIBED = EXAMPLES.filter(([stack]) =>
  existsSync(resolve(SERVICES, stack, 'openapi.yaml')),
);

/** JSON Schema of what an OpenAPI 3.0 document says of a body. */
function schemaOf(document: unknown, body: object): object {
  const text = JSON.stringify({ ...body, components: document })
    .replaceAll('"nullable":true', '"x-nullable":true')
    .replaceAll('"#/components/', '"#/components/components/');
  return JSON.parse(text);
}

/** What is wrong with an example, as its service describes the request. */
function problems(
  document: unknown,
  described:
    | { required?: boolean; content: Record<string, { schema: object }> }
    | undefined,
  { body, contentType = '' }: StackExample,
): unknown[] {
  if (body === undefined) {
    return described?.required ? ['a body is required'] : [];
  }
  const schema = described?.content[contentType]?.schema;
  if (!schema) {
    return [`no ${contentType} is taken`];
  }
  const validate = new Ajv({ strict: false }).compile(
    schemaOf(document, schema),
  );
  validate(JSON.parse(body));
  return validate.errors ?? [];
}

describe('examples of requests', () => {
  it.each(DESCRIBED)(
    'of %s: %s is one that its service describes',
    (stack, _, example) => {
      const file = resolve(SERVICES, stack, 'openapi.yaml');
      const document = parse(readFileSync(file, 'utf8'));
      const operation =
        document.paths[example.path]?.[
          example.method.toLocaleLowerCase('en-US')
        ];
      expect(operation).toBeDefined();
      expect(problems(document, operation.requestBody, example)).toEqual([]);
    },
  );

  it.each(STACK_IDS)(
    'of %s begin with the main request, where text can be sent',
    stack => {
      const main = STACK_ENDPOINTS[stack];
      const [first] = STACK_EXAMPLES[stack].api;
      // Audio is no text.
      const wanted =
        stack === 'inference-api'
          ? { method: 'GET', path: '/health' }
          : { method: main?.method, path: main?.path };
      expect(first).toMatchObject(wanted);
    },
  );

  it('of the churn model is a row of its columns, for the customer of the API', () => {
    const [{ body }] = STACK_EXAMPLES.churn.api;
    const script = [
      'import json, sys',
      'from customer.encoding import Features, columns',
      'print(Features(columns(), {}, 0.5, {}, "").csv([json.load(sys.stdin)]))',
    ].join('\n');
    const row = execFileSync('python3', ['-c', script], {
      cwd: resolve(SERVICES, 'churn'),
      input: body,
      encoding: 'utf8',
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    expect(STACK_EXAMPLES.churn.model?.body).toBe(row.trim());
  });

  it('of the baseline are features of its model, within their ranges', () => {
    const model: {
      features: { name: string; minimum: number; maximum: number }[];
    } = JSON.parse(
      readFileSync(
        resolve(SERVICES, 'platform-baseline/model/model.json'),
        'utf8',
      ),
    );
    const [{ body = '' }] = STACK_EXAMPLES['platform-baseline'].api;
    const { features } = JSON.parse(body);
    expect(Object.keys(features).sort()).toEqual(
      model.features.map(({ name }) => name).sort(),
    );
    for (const { name, minimum, maximum } of model.features) {
      expect(features[name]).toBeGreaterThanOrEqual(minimum);
      expect(features[name]).toBeLessThanOrEqual(maximum);
    }
  });
});
