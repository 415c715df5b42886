// @ts-check
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';

/**
 * Makes the function behind an endpoint.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {import('./demoTeam.mjs').DemoFunction} demo
 * @returns {Promise<string>} its ARN
 */
export async function seedFunction(client, demo) {
  const { name, tags } = demo;
  const iam = new IAMClient(client);
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: `${name}-function`,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  const { FunctionArn } = await new LambdaClient(client).send(
    new CreateFunctionCommand({
      FunctionName: `${name}-function`,
      Role: Role?.Arn,
      PackageType: 'Image',
      Code: { ImageUri: demo.imageUri },
      MemorySize: demo.memoryMb,
      Timeout: demo.timeoutSeconds,
      Environment: { Variables: demo.environment ?? {} },
      Tags: tags,
    }),
  );
  return String(FunctionArn);
}
