import {
  AVAILABILITY_ZONE_PATTERN,
  FARGATE_SIZES,
  fargateMemory,
  networkUsdPerMonth,
  NETWORK_MODES,
  predictorUsdPerMonth,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

describe('wizard of predictor', () => {
  let fields: Record<string, WizardField>;

  beforeAll(async () => {
    fields = wizardFields(await readWizard('predictor-service'));
  });

  it.each(STACK_ENVIRONMENTS)(
    'D6 shows the price beside each network of %s',
    environment => {
      const field = fields[`${environment}NetworkMode`];
      expect(field.enum).toEqual(NETWORK_MODES);
      expect(
        field.enumNames?.map(
          name => /\(about (\d+) USD a month\)$/.exec(name)?.[1],
        ),
      ).toEqual(NETWORK_MODES.map(mode => String(predictorUsdPerMonth(mode))));
    },
  );

  it.each(STACK_ENVIRONMENTS)(
    'D6 says what the prices of the networks of %s are made of',
    environment => {
      const { description } = fields[`${environment}NetworkMode`];
      for (const usd of [
        networkUsdPerMonth('public_ip', 1),
        networkUsdPerMonth('private_endpoints_1az', 1),
      ]) {
        expect(description).toContain(`${usd.toFixed(2)} USD a month`);
      }
    },
  );

  it.each(STACK_ENVIRONMENTS)(
    'D2 takes for a task of %s exactly the memory that Fargate runs',
    environment => {
      const rules = fields[`${environment}TaskSize`].allOf ?? [];
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

  it('D3 wants issuer and audience where tokens open the API', async () => {
    const page = JSON.stringify(
      (await readWizard('predictor-service')).spec.parameters,
    );
    expect(page).toContain('"required":["jwtIssuer","jwtAudience"]');
    expect(fields.jwtAudience.minItems).toBe(1);
  });

  it('D1 takes zones by name', () => {
    expect(fields.devAvailabilityZones.items?.pattern).toBe(
      AVAILABILITY_ZONE_PATTERN,
    );
  });
});
