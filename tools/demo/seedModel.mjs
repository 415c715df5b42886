// @ts-check
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';

/**
 * Makes a model that SageMaker hosts without instances of its own.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {{ name: string, tags: Record<string, string>, image: string, memoryMb: number, maxConcurrency: number }} demo
 */
export async function seedModel(client, demo) {
  const Tags = Object.entries(demo.tags).map(([Key, Value]) => ({
    Key,
    Value,
  }));
  const { Role } = await new IAMClient(client).send(
    new CreateRoleCommand({
      RoleName: `${demo.name}-role`,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'sagemaker.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
      Tags,
    }),
  );
  const sageMaker = new SageMakerClient(client);
  await sageMaker.send(
    new CreateModelCommand({
      ModelName: `${demo.name}-model`,
      ExecutionRoleArn: Role?.Arn,
      PrimaryContainer: { Image: demo.image },
      Tags,
    }),
  );
  await sageMaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: `${demo.name}-config`,
      ProductionVariants: [
        {
          VariantName: 'main',
          ModelName: `${demo.name}-model`,
          ServerlessConfig: {
            MemorySizeInMB: demo.memoryMb,
            MaxConcurrency: demo.maxConcurrency,
          },
        },
      ],
      Tags,
    }),
  );
  await sageMaker.send(
    new CreateEndpointCommand({
      EndpointName: demo.name,
      EndpointConfigName: `${demo.name}-config`,
      Tags,
    }),
  );
}
