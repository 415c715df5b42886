const FUNCTION_ARN =
  /arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[A-Za-z0-9_-]+(?=[:/]|$)/;

/**
 * The function in an integration's URI, without version or alias. Undefined
 * when no function is named, or one through a stage variable.
 */
export function lambdaArn(uri: string | undefined): string | undefined {
  return uri?.match(FUNCTION_ARN)?.[0];
}
