import { childEnvironment } from './childEnvironment';

const environment = {
  PATH: '/bin',
  HOME: '/home/x',
  https_proxy: 'http://proxy',
  TF_LOG: 'debug',
  TF_VAR_region: 'x',
  TF_WORKSPACE: 'x',
  TF_DATA_DIR: 'x',
  TF_CLI_ARGS_init: '-upgrade',
  AWS_PROFILE: 'birds',
  AWS_SECRET_ACCESS_KEY: 'secret',
  POSTGRES_PASSWORD: 'secret',
  GITHUB_TOKEN: 'secret',
};

const seen = (awsCredentials: boolean) =>
  Object.keys(
    childEnvironment({
      environment,
      cliConfigurationFile: 'terraform.tfrc',
      pluginCacheDirectory: undefined,
      awsCredentials,
    }),
  ).sort();

const ALWAYS = [
  'CHECKPOINT_DISABLE',
  'HOME',
  'PATH',
  'TF_CLI_CONFIG_FILE',
  'TF_INPUT',
  'TF_IN_AUTOMATION',
  'TF_LOG',
  'https_proxy',
];

describe('childEnvironment', () => {
  it('passes on what Terraform needs and none of the secrets of the backend', () => {
    expect(seen(false)).toEqual(ALWAYS);
  });

  it('passes AWS settings on to a plan only', () => {
    expect(seen(true)).toEqual(
      ['AWS_PROFILE', 'AWS_SECRET_ACCESS_KEY', ...ALWAYS].sort(),
    );
  });

  it('sets a provider cache unless one is set', () => {
    const cache = (TF_PLUGIN_CACHE_DIR?: string) =>
      childEnvironment({
        environment: TF_PLUGIN_CACHE_DIR ? { TF_PLUGIN_CACHE_DIR } : {},
        cliConfigurationFile: 'terraform.tfrc',
        pluginCacheDirectory: '/cache',
        awsCredentials: false,
      }).TF_PLUGIN_CACHE_DIR;
    expect(cache()).toBe('/cache');
    expect(cache('/own')).toBe('/own');
  });
});
