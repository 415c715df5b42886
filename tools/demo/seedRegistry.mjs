// @ts-check
import {
  CreatePrivateDnsNamespaceCommand,
  CreateServiceCommand,
  ListNamespacesCommand,
  ServiceDiscoveryClient,
} from '@aws-sdk/client-servicediscovery';

/**
 * Makes the registry in Cloud Map by which an API finds a service's tasks.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {{ name: string, tags: Record<string, string>, vpcId: string }} demo
 * @returns {Promise<string>} its ARN
 */
export async function seedRegistry(client, { name, tags, vpcId }) {
  const cloudMap = new ServiceDiscoveryClient(client);
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  await cloudMap.send(
    new CreatePrivateDnsNamespaceCommand({
      Name: `${name}.internal`,
      Vpc: vpcId,
      Tags,
    }),
  );
  const { Namespaces = [] } = await cloudMap.send(
    new ListNamespacesCommand({}),
  );
  const { Service } = await cloudMap.send(
    new CreateServiceCommand({
      Name: 'service',
      NamespaceId: Namespaces.find(each => each.Name === `${name}.internal`)
        ?.Id,
      DnsConfig: { DnsRecords: [{ Type: 'SRV', TTL: 10 }] },
      Tags,
    }),
  );
  return String(Service?.Arn);
}
