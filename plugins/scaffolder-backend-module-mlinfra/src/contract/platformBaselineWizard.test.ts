import {
  FARGATE_SIZES,
  fargateMemory,
  idleNetworkUsdPerMonth,
  INTERFACE_ENDPOINTS,
  NETWORK_MODES,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

// A function beside PostgreSQL needs one endpoint; tasks beside PostgreSQL need one more than tasks alone.
const FEWEST = 1;
const MOST = INTERFACE_ENDPOINTS.length + 1;

describe('wizard of platform-baseline', () => {
  let fields: Record<string, WizardField>;

  beforeAll(async () => {
    fields = wizardFields(await readWizard('platform-baseline'));
  });

  it.each(STACK_ENVIRONMENTS)(
    'E4 tells what each network of %s costs',
    environment => {
      const field = fields[`${environment}NetworkMode`];
      expect(field.enum).toEqual(NETWORK_MODES);
      NETWORK_MODES.slice(1).forEach((mode, index) => {
        const each = idleNetworkUsdPerMonth(mode) / INTERFACE_ENDPOINTS.length;
        const [low, high] = [FEWEST, MOST].map(count =>
          (each * count).toFixed(2),
        );
        expect(field.enumNames?.[index + 1]).toContain(
          `(${low} to ${high} USD a month)`,
        );
      });
    },
  );

  it('E1 takes exactly the memory that Fargate runs', () => {
    const rules = fields.taskSize.allOf ?? [];
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

  it('E1 E5 E9 does not take what prod refuses', async () => {
    expect(fields).not.toHaveProperty('prodApiKeyRequired');
    expect(fields.prodAuditTrailDays.minimum).toBe(90);
    expect(fields.prodBackupRetentionDays.minimum).toBe(7);
  });
});
