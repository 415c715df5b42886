import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { WatchedMetric } from '../../aws/AlarmSource';
import type { ResourceRow } from '../../database/tables';
import type { StoredEndpoint } from '../buildEndpoint';
import type { StoredDatabase } from '../databases/StoredDatabase';

/** What alarms can watch, found by the dimensions of their metrics. */
export class Watchable {
  /** Ids of resources by dimension, of the resource's own entity. */
  private readonly ids = new Map<string, Set<string>>();

  /** `balancers` names the load balancers of each target group, by ARN. */
  constructor(
    rows: ResourceRow[],
    private readonly balancers: Map<string, string[]>,
  ) {
    for (const { table, id, entityRef, content } of rows) {
      const names =
        table === 'databases'
          ? databaseNames(content as StoredDatabase)
          : this.endpointNames(content as StoredEndpoint);
      for (const name of names) {
        const key = `${entityRef} ${name}`;
        this.ids.set(key, (this.ids.get(key) ?? new Set()).add(id));
      }
    }
  }

  /** Ids of the entity's resources that the metrics measure. */
  by(metrics: WatchedMetric[], entityRef: EntityRef): string[] {
    const found = metrics.flatMap(({ namespace, dimensions }) => {
      const known = dimensionNames(namespace, dimensions)
        .map(name => this.ids.get(`${entityRef} ${name}`))
        .find(ids => ids !== undefined);
      return [...(known ?? [])];
    });
    return [...new Set(found)].sort();
  }

  private endpointNames(endpoint: StoredEndpoint): string[] {
    const groups = endpoint.services.flatMap(each =>
      each.targetGroups.map(({ arn }) => arn),
    );
    const leading = groups.flatMap(arn => this.balancers.get(arn) ?? []);
    return [
      ...ownNames(endpoint),
      ...endpoint.functions.map(({ name }) => `function ${name}`),
      ...endpoint.services.map(
        ({ cluster, name }) => `service ${cluster} ${name}`,
      ),
      ...groups.map(arn => `group ${arn.split(':').at(-1)}`),
      ...leading.map(arn => `balancer ${arn.split(':loadbalancer/')[1]}`),
    ];
  }
}

function ownNames({ kind, id, name }: StoredEndpoint): string[] {
  const stage = id.split('/stages/')[1];
  switch (kind) {
    case 'rest-api':
      return [`api ${name}`, `api ${name} ${stage}`];
    case 'http-api': {
      const apiId = id.split('/apis/')[1]?.split('/')[0];
      return [`api ${apiId}`, `api ${apiId} ${stage}`];
    }
    case 'sagemaker-endpoint':
      return [`model ${name}`];
    default:
      return [];
  }
}

function databaseNames({ kind, name }: StoredDatabase): string[] {
  return [kind === 'rds-instance' ? `instance ${name}` : `table ${name}`];
}

/** What a metric's dimensions name, the most exact first. */
function dimensionNames(
  namespace: string,
  dimensions: WatchedMetric['dimensions'],
): string[] {
  const { Stage, ClusterName, ServiceName, TargetGroup, LoadBalancer } =
    dimensions;
  const api = dimensions.ApiId ?? dimensions.ApiName;
  if (namespace === 'AWS/ApiGateway' && api) {
    return [
      Stage && Stage !== '$default' ? `api ${api} ${Stage}` : `api ${api}`,
    ];
  }
  if (ClusterName && ServiceName) {
    return [`service ${ClusterName} ${ServiceName}`];
  }
  if (TargetGroup || LoadBalancer) {
    // A target group may be the one that is idle between two deployments.
    return [`group ${TargetGroup}`, `balancer ${LoadBalancer}`];
  }
  return [
    ['function', dimensions.FunctionName],
    ['model', dimensions.EndpointName],
    ['instance', dimensions.DBInstanceIdentifier],
    ['table', dimensions.TableName],
  ].flatMap(([what, name]) => (name ? [`${what} ${name}`] : []));
}
