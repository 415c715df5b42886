import {
  churnStack,
  DEFAULT_MONTHLY_BUDGET_USD,
  foundationInputsSchema,
  foundationVariables,
  idleNatUsdPerMonth,
  inferenceApiStack,
  NAT_MODES,
  platformBaselineStack,
  predictorStack,
  STACK_DEFINITIONS,
  STACK_ENVIRONMENTS,
  STACK_IDS,
  type NatMode,
} from '@mlinfra/plugin-mlinfra-common';
import { terraformVariables } from '../__testUtils__/terraformVariables';
import { readWizard, type WizardField } from '../__testUtils__/wizardFields';
import { readRepositoryRequest } from '../request/readRepositoryRequest';

// Fields that choose what happens, not what is built.
const CHOICES = [
  'addTo',
  'destination',
  'githubRepoUrl',
  'githubVisibility',
  'gitlabRepoUrl',
  'gitlabVisibility',
  'mode',
];

const target = { accountId: '123456789012', region: 'eu-central-1' };
const foundation = foundationInputsSchema.parse({});
const defaultsOf = (id: keyof typeof STACK_DEFINITIONS) =>
  STACK_DEFINITIONS[id].inputs.parse({}) as Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- inputs differ per stack

describe('C10 definitions and wizard of team-repo', () => {
  const fields: Record<string, WizardField> = {};
  let steps: string;

  beforeAll(async () => {
    const template = await readWizard('team-repo');
    steps = JSON.stringify([template.spec.steps, template.spec.output]);
    const collect = (part: unknown): void => {
      if (Array.isArray(part)) {
        part.forEach(collect);
      } else if (typeof part === 'object' && part !== null) {
        const { properties, ...rest } = part as WizardField;
        for (const [name, field] of Object.entries(properties ?? {})) {
          // What decides about a branch stands in it as a constant.
          if (!('const' in field) && !('contains' in field)) {
            fields[name] = field;
          }
        }
        Object.values(rest).forEach(collect);
      }
    };
    collect(template.spec.parameters);
  });

  it('offer every stack, by its title', () => {
    expect(fields.stacks.items?.enum).toEqual(STACK_IDS);
    expect(fields.stacks.items?.enumNames).toEqual(
      STACK_IDS.map(id => STACK_DEFINITIONS[id].title),
    );
    expect(fields.stacks.minItems).toBe(1);
    for (const id of STACK_IDS) {
      expect(steps).toContain(`'${id}' in parameters.stacks`);
    }
  });

  it('use every field in a step, and explain it', () => {
    const own = Object.keys(fields);
    expect(own.filter(name => !steps.includes(`parameters.${name}`))).toEqual(
      [],
    );
    expect(
      own.filter(name => !fields[name].title || !fields[name].description),
    ).toEqual([]);
  });

  it('agree on every default', () => {
    const expected: Record<string, unknown> = {
      alertEmails: [],
      withProd: true,
      prodCorsAllowedOrigins: [],
      devMonthlyBudgetUsd: DEFAULT_MONTHLY_BUDGET_USD.dev,
      prodMonthlyBudgetUsd: DEFAULT_MONTHLY_BUDGET_USD.prod,
      inferenceMemoryMb: defaultsOf('inference-api').memoryMb,
      compressionStaticSite: defaultsOf('compression-pipeline').staticSite,
      devPredictorNetworkMode: defaultsOf('predictor').networkMode.dev,
      prodPredictorNetworkMode: defaultsOf('predictor').networkMode.prod,
      platformServing: defaultsOf('platform-baseline').serving.dev,
      platformDatabaseEngine:
        defaultsOf('platform-baseline').databaseEngine.dev,
      // One figure for three stacks: that of the platform baseline.
      devMaxTasks: defaultsOf('platform-baseline').maxTasks.dev,
      prodMaxTasks: defaultsOf('platform-baseline').maxTasks.prod,
      devBlueGreen: defaultsOf('churn').blueGreen.dev,
      prodBlueGreen: defaultsOf('churn').blueGreen.prod,
    };
    for (const environment of STACK_ENVIRONMENTS) {
      Object.assign(expected, {
        [`${environment}SharedNetwork`]: foundation.sharedNetwork[environment],
        [`${environment}NatMode`]: foundation.natMode[environment],
        [`${environment}AuditTrail`]: foundation.auditTrail[environment],
        [`${environment}Dashboard`]: foundation.dashboard[environment],
        [`${environment}Database`]: foundation.database[environment],
      });
    }
    const given = Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => !CHOICES.includes(name))
        .flatMap(([name, field]) =>
          field.default === undefined ? [] : [[name, field.default]],
        ),
    );
    expect(given).toEqual(expected);
  });

  it('D6 CH6 say what each way out of the shared network costs', () => {
    for (const environment of STACK_ENVIRONMENTS) {
      const { enum: modes, enumNames } = fields[`${environment}NatMode`];
      expect(NAT_MODES).toEqual(expect.arrayContaining(modes!));
      expect(modes!.includes('none')).toBe(environment === 'dev');
      modes!.forEach((mode, index) => {
        const usd = idleNatUsdPerMonth(mode as NatMode, 2);
        expect(enumNames![index]).toContain(
          `(${usd === 0 ? '0' : usd.toFixed(2)} USD a month`,
        );
      });
    }
  });

  it.each([
    ['inferenceMemoryMb', inferenceApiStack, 'memoryMb', [128, 10_240]],
    ['devMaxTasks', predictorStack, 'maxTasks', [1, 100]],
    ['prodMaxTasks', platformBaselineStack, 'maxTasks', [2, 100]],
  ] as const)('take the limits of %s', (name, { inputs }, input, limits) => {
    const { minimum, maximum } = fields[name];
    expect([minimum, maximum]).toEqual(limits);
    for (const value of limits) {
      const perEnvironment = { dev: value, prod: Math.max(value, 2) };
      const { success } = inputs.safeParse({
        [input]: name === 'inferenceMemoryMb' ? value : perEnvironment,
        ...(input === 'maxTasks' ? { minTasks: { dev: 1, prod: 2 } } : {}),
      });
      expect([value, success]).toEqual([value, true]);
    }
  });

  it('CH8 ask for the certificate and the visitors of the churn page', () => {
    const problems = churnStack.problems!({
      targets: {
        dev: { ...target, monthlyBudgetUsd: 50 },
        prod: { ...target, monthlyBudgetUsd: 50 },
      },
      inputs: churnStack.inputs.parse({}),
    });
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'uiAllowedCidrs',
      'certificateArn.prod',
    ]);
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining([
        'churnUiAllowedCidrs',
        'churnProdCertificateArn',
      ]),
    );
  });

  it.each(STACK_ENVIRONMENTS)(
    'C10 write every variable of the foundation in %s, and no other',
    async environment => {
      const request = readRepositoryRequest({
        name: 'bird-calls',
        owner: 'group:default/audio',
        environments: { dev: target, prod: target },
        foundation: {},
        stacks: { predictor: {} },
      });
      const written = foundationVariables(
        { ...request, foundation },
        environment,
        '1.2.3',
      );
      const declared = await terraformVariables('stacks/foundation');
      expect(Object.keys(written).sort()).toEqual(Object.keys(declared).sort());
    },
  );
});
