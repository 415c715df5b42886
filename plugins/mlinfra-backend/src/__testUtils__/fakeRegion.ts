import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Alarm, Database, Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from '../aws/AwsCallError';
import { ClaimChecker } from '../claims/ClaimChecker';
import type { CachedDetail } from '../collectors/CachedDetail';
import type { CollectionInput } from '../collectors/Collector';
import { InventoryCollector } from '../collectors/InventoryCollector';
import type { ResourceRow } from '../database/tables';
import { component } from './entities';
import { FakeDeployed } from './FakeDeployed';
import { accountConfig } from './mlinfraConfig';

/** ARN of a service of Cloud Map. */
export const REGISTRY =
  'arn:aws:servicediscovery:eu-central-1:111111111111:service/srv-1';

/** What AWS answers who may not do something. */
export function denied(operation: string): AwsCallError {
  return new AwsCallError(
    'access-denied',
    operation,
    `${operation} is denied.`,
  );
}

/** So many names of components. */
export function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `c${index}`);
}

/** A region in memory and its collector, which remembers as with a database. */
export function fakeRegion(names = ['web']) {
  const source = new FakeDeployed();
  const catalog = catalogServiceMock({
    entities: names.map(name => component(name)),
  });
  const collector = new InventoryCollector(
    source,
    new ClaimChecker(catalog, mockServices.auth()),
  );
  let details = new Map<string, CachedDetail>();
  let earlier: ResourceRow[] = [];
  async function collect(input?: Partial<CollectionInput>) {
    const output = await collector.collect({
      account: accountConfig('111111111111'),
      call: {
        accountId: '111111111111',
        region: 'eu-central-1',
        signal: new AbortController().signal,
      },
      details,
      earlier,
      refreshes: new Map(),
      now: '2026-01-01T12:00:00.000Z',
      ...input,
    });
    // What a database does to it.
    earlier = JSON.parse(JSON.stringify(output.rows));
    details = new Map(
      output.details.map(each => [each.arn, JSON.parse(JSON.stringify(each))]),
    );
    const of = <Content>(table: ResourceRow['table']) =>
      output.rows
        .filter(row => row.table === table)
        .map(row => row.content as Content);
    return {
      ...output,
      endpoints: of<Endpoint>('endpoints'),
      databases: of<Database>('databases'),
      alarms: of<Alarm>('alarms'),
    };
  }
  const endpoint = async (kind: Endpoint['kind']) =>
    (await collect()).endpoints.find(each => each.kind === kind);
  return { source, collect, endpoint };
}
