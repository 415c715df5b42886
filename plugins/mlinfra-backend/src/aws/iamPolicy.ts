import { AWS_OPERATIONS, type AwsOperation } from './awsOperations';

/** The identity policy that the role in each account needs, as IAM takes it. Nothing in it writes. */
export function iamPolicy() {
  return policy(({ acting }) => !acting);
}

/** What the role needs beside, where people may act on runs and send requests to endpoints from the portal. */
export function actingPolicy() {
  return policy(({ acting }) => acting === true);
}

function policy(wanted: (operation: AwsOperation) => boolean) {
  const byAction = new Map<string, Set<string>>();
  for (const operation of Object.values<AwsOperation>(AWS_OPERATIONS)) {
    if (operation.action && wanted(operation)) {
      const resources = byAction.get(operation.action) ?? new Set();
      operation.resources.forEach(resource => resources.add(resource));
      byAction.set(operation.action, resources);
    }
  }
  return {
    Version: '2012-10-17',
    Statement: [...byAction].map(([action, resources]) => ({
      Effect: 'Allow',
      Action: action,
      Resource: [...resources],
    })),
  };
}
