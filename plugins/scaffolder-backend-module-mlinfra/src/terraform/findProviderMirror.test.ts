import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { cliConfiguration } from './cliConfiguration';
import { findProviderMirror } from './findProviderMirror';

describe('findProviderMirror', () => {
  const machine = createMockDirectory({
    content: {
      'share/providers/registry.terraform.io/hashicorp/aws/readme': '',
      'home/readme': '',
    },
  });
  const find = (
    options: { configured?: string; environment?: NodeJS.ProcessEnv } = {},
  ) =>
    findProviderMirror(
      new ConfigReader(
        options.configured
          ? { mlinfra: { terraform: { mirror: options.configured } } }
          : {},
      ),
      {
        environment: options.environment ?? {},
        usualPlaces: [machine.resolve('home'), machine.resolve('share')],
      },
    );

  it('finds one in a folder of a usual place', async () => {
    await expect(find()).resolves.toEqual({
      folder: machine.resolve('share/providers'),
      providers: ['registry.terraform.io/hashicorp/aws'],
    });
  });

  it('prefers what is configured, then the environment', async () => {
    const environment = { MLINFRA_TF_MIRROR: '/from/environment' };
    await expect(find({ environment })).resolves.toMatchObject({
      folder: '/from/environment',
    });
    await expect(
      find({ environment, configured: '/mine' }),
    ).resolves.toMatchObject({ folder: '/mine' });
  });

  it('finds none where there is none', async () => {
    await expect(
      findProviderMirror(new ConfigReader({}), {
        environment: {},
        usualPlaces: [machine.resolve('nowhere')],
      }),
    ).resolves.toBeUndefined();
  });
});

describe('cliConfiguration', () => {
  it('names the mirror as text', () => {
    expect(
      cliConfiguration({ folder: '/a "b" ${c}', providers: [] }),
    ).toContain('path = "/a \\"b\\" $${c}"');
  });

  it('does not ask the registry for what the mirror holds', () => {
    expect(
      cliConfiguration({
        folder: '/mirror',
        providers: ['registry.terraform.io/hashicorp/aws'],
      }),
    ).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
  });

  it('leaves the registry alone without a mirror', () => {
    expect(cliConfiguration(undefined)).not.toContain('provider_installation');
  });
});
