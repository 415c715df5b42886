import {
  AVAILABILITY_ZONE_PATTERN,
  COMPRESSION_STEPS,
  FARGATE_SIZES,
  fargateMemory,
  idleNetworkUsdPerMonth,
  NETWORK_MODES,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

describe('wizard of compression-pipeline', () => {
  let fields: Record<string, WizardField>;

  beforeAll(async () => {
    fields = wizardFields(await readWizard('compression-pipeline'));
  });

  it.each(STACK_ENVIRONMENTS)(
    'B9 tells what each network of %s costs',
    environment => {
      const field = fields[`${environment}NetworkMode`];
      expect(field.enum).toEqual(NETWORK_MODES);
      NETWORK_MODES.forEach((mode, index) => {
        const usd = idleNetworkUsdPerMonth(mode);
        const shown = usd === 0 ? '0' : usd.toFixed(2);
        expect(field.enumNames?.[index]).toContain(`(${shown} USD a month)`);
      });
    },
  );

  it.each(COMPRESSION_STEPS)(
    'B2 takes for %s exactly the memory that Fargate runs',
    step => {
      const rules = fields[step].allOf ?? [];
      expect(rules.map(rule => rule.if?.properties?.cpu.const)).toEqual(
        FARGATE_SIZES.map(size => size.cpu),
      );
      for (const { if: when, then } of rules) {
        const cpu = Number(when?.properties?.cpu.const);
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
        ).toEqual(fargateMemory(cpu));
        // What is a multiple but lies between two sizes would slip through otherwise.
        expect(minimum % multipleOf).toBe(0);
      }
    },
  );

  it('B1 wants issuer and audience where tokens open the API', async () => {
    const page = JSON.stringify(
      (await readWizard('compression-pipeline')).spec.parameters,
    );
    expect(page).toContain('"required":["jwtIssuer","jwtAudience"]');
    expect(fields.jwtAudience.minItems).toBe(1);
  });

  it('B9 takes zones by name', () => {
    expect(fields.devAvailabilityZones.items?.pattern).toBe(
      AVAILABILITY_ZONE_PATTERN,
    );
  });
});
