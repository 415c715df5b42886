const ALWAYS = new Set([
  'PATH',
  'HOME',
  'USERPROFILE',
  'SYSTEMROOT',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
]);

// These would point Terraform at other data, or change what a command does.
const TERRAFORM_NEVER = /^TF_(CLI_ARGS|DATA_DIR|VAR_|WORKSPACE)/;

/**
 * The environment that Terraform sees: a list of what it may see, because the
 * backend's own environment is full of secrets that are none of its business.
 *
 * @param awsCredentials - whether AWS settings are passed on; only a plan needs them
 */
export function childEnvironment(options: {
  environment: NodeJS.ProcessEnv;
  cliConfigurationFile: string;
  pluginCacheDirectory: string | undefined;
  awsCredentials: boolean;
}): NodeJS.ProcessEnv {
  const { environment, awsCredentials } = options;
  const passed = Object.entries(environment).filter(
    ([name]) =>
      ALWAYS.has(name.toLocaleUpperCase('en-US')) ||
      (name.startsWith('TF_') && !TERRAFORM_NEVER.test(name)) ||
      (awsCredentials && name.startsWith('AWS_')),
  );
  return {
    ...(options.pluginCacheDirectory
      ? { TF_PLUGIN_CACHE_DIR: options.pluginCacheDirectory }
      : {}),
    ...Object.fromEntries(passed),
    TF_CLI_CONFIG_FILE: options.cliConfigurationFile,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
}
