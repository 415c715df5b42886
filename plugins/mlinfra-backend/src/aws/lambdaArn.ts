const FUNCTION_ARN =
  /arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[A-Za-z0-9_-]+(?::(?:\$LATEST|[\w-]+)(?=\/|$))?(?=[:/]|$)/;

/**
 * The function in an integration's URI as it is called, with version or alias
 * where one is named; one that only a stage variable names is left out.
 * Undefined when no function is named, or one through a stage variable.
 */
export function lambdaArn(uri: string | undefined): string | undefined {
  // The newest code is what a function without a qualifier answers with.
  return uri?.match(FUNCTION_ARN)?.[0].replace(/:\$LATEST$/, '');
}

/** The parts of a function's ARN that say what is called. */
export function functionOf(arn: string): {
  /** Without version or alias. */
  arn: string;
  name: string;
  /** Version or alias; absent for the newest code. */
  qualifier?: string;
} {
  const parts = arn.split(':');
  return {
    arn: parts.slice(0, 7).join(':'),
    name: parts[6],
    qualifier: parts[7],
  };
}
