import type { ResourceCheck } from '../Check';

const FUNCTION = ['aws_lambda_function'];

// The shapes of AWS's own keys and of private keys; what Terraform reads from a file or a variable is not in the text.
const SECRET =
  /(A3T[A-Z0-9]|AKIA|ASIA)[A-Z0-9]{16}|aws_secret_access_key|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;

/** What scanners ask of functions. */
export const lambdaChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_45',
    title: 'No secret stands in the environment of a function',
    types: FUNCTION,
    holds: (lambda, plan) =>
      !SECRET.test(JSON.stringify(lambda.at('environment') ?? null)) &&
      !SECRET.test(plan.sourceOf(lambda)) &&
      !SECRET.test(JSON.stringify(plan.variables)),
  },
  {
    id: 'CKV_AWS_50',
    also: ['AWS-0066'],
    title: 'A function traces its calls',
    types: FUNCTION,
    holds: lambda => lambda.is('tracing_config.0.mode', 'Active'),
  },
  {
    id: 'CKV_AWS_115',
    title: 'A function has a limit to what it serves at once',
    types: FUNCTION,
    holds: lambda =>
      lambda.has('reserved_concurrent_executions') &&
      !lambda.is('reserved_concurrent_executions', -1),
  },
  {
    id: 'CKV_AWS_116',
    title: 'A function has a dead letter queue',
    types: FUNCTION,
    holds: lambda => lambda.has('dead_letter_config'),
  },
  {
    id: 'CKV_AWS_117',
    title: 'A function runs in a network',
    types: FUNCTION,
    holds: lambda => lambda.has('vpc_config'),
  },
  {
    id: 'CKV_AWS_173',
    title: 'The environment of a function is encrypted with an own key',
    types: FUNCTION,
    holds: lambda => lambda.has('kms_key_arn'),
  },
  {
    id: 'CKV_AWS_272',
    title: 'A function runs signed code only',
    types: FUNCTION,
    holds: lambda => lambda.has('code_signing_config_arn'),
  },
  {
    id: 'CKV_AWS_363',
    title: 'A function has an image, or a runtime that AWS still maintains',
    types: FUNCTION,
    holds: lambda => lambda.is('package_type', 'Image'),
  },
  {
    id: 'CKV_AWS_301',
    title: 'Not everybody may call a function',
    types: ['aws_lambda_permission'],
    holds: permission =>
      permission.has('principal') && !permission.is('principal', '*'),
  },
  {
    id: 'CKV_AWS_364',
    also: ['AWS-0067'],
    title: 'A service may call a function for one resource or account only',
    types: ['aws_lambda_permission'],
    holds: permission =>
      permission.has('source_arn') || permission.has('source_account'),
  },
];
