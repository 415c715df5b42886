import {
  churnInputsSchema,
  FARGATE_SIZES,
  fargateMemory,
  idleNatUsdPerMonth,
  SERVERLESS_MEMORY_MB,
  STACK_ENVIRONMENTS,
  type NatMode,
} from '@mlinfra/plugin-mlinfra-common';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

// USD for a GB of memory and a second of answering, us-east-1.
const USD_PER_GB_SECOND = 0.000_02;

describe('wizard of churn-stack', () => {
  let fields: Record<string, WizardField>;

  beforeAll(async () => {
    fields = wizardFields(await readWizard('churn-stack'));
  });

  it.each(STACK_ENVIRONMENTS)(
    'CH6 tells what each way out of the network costs in %s',
    environment => {
      const field = fields[`${environment}NatMode`];
      field.enum?.forEach((mode, index) => {
        const usd = idleNatUsdPerMonth(mode as NatMode, 2);
        expect(field.enumNames?.[index]).toContain(
          `(${usd === 0 ? '0' : usd.toFixed(2)} USD a month`,
        );
      });
      expect(field.enum?.length).toBe(environment === 'prod' ? 2 : 3);
    },
  );

  it.each(STACK_ENVIRONMENTS)(
    'CH3 tells what each size of the endpoint costs in %s',
    environment => {
      const memory = fields[`${environment}Endpoint`].properties!.memoryMb;
      expect(memory.enum).toEqual(SERVERLESS_MEMORY_MB);
      SERVERLESS_MEMORY_MB.forEach((mb, index) => {
        const usd = ((mb / 1_024) * USD_PER_GB_SECOND).toFixed(5);
        expect(memory.enumNames?.[index]).toBe(
          `${mb / 1_024} GB (${usd} USD a second)`,
        );
      });
    },
  );

  it('CH9 takes exactly the memory that Fargate runs', () => {
    const rules = fields.uiSize.allOf ?? [];
    expect(rules.map(rule => rule.if?.properties?.cpu.const)).toEqual(
      FARGATE_SIZES.map(size => size.cpu),
    );
    for (const { if: when, then } of rules) {
      const {
        enum: listed,
        minimum = 0,
        maximum = 0,
        multipleOf = 1,
      } = then!.properties!.memory;
      const count = Math.floor((maximum - minimum) / multipleOf) + 1;
      expect(
        listed ??
          Array.from({ length: count }, (_, i) => minimum + i * multipleOf),
      ).toEqual(fargateMemory(Number(when?.properties?.cpu.const)));
      expect(minimum % multipleOf).toBe(0);
    }
  });

  it('CH8 wants a certificate where there is a prod, and a word on who may come', async () => {
    const pages = JSON.stringify(
      (await readWizard('churn-stack')).spec.parameters,
    );
    expect(pages).toContain('"required":["prod","prodCertificateArn"]');
    expect(pages).toContain('"required":["uiAllowedCidrs"]');
  });

  it('CH8 presumes nobody who may open the page', () => {
    expect(fields.uiAllowedCidrs.minItems).toBe(1);
    expect(churnInputsSchema.parse({}).uiAllowedCidrs).toEqual([]);
  });
});
