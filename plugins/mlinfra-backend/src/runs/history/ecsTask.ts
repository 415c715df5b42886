import { isJsonObject, type JsonRecord } from '../json/isJsonObject';
import { parseJson } from '../json/parseJson';

/** A container of an ECS task, as far as a run needs it. */
export interface EcsContainer {
  name?: string;
  exitCode?: number;
  /** AWS's own words, for example `OutOfMemoryError: …`. */
  reason?: string;
}

/** An ECS task as it stands in a history. Instants are milliseconds. */
export interface EcsTask {
  arn?: string;
  taskDefinitionArn?: string;
  containers: EcsContainer[];
  stoppedReason?: string;
  /** ECS units as text, for example `1024`. */
  cpu?: string;
  /** MiB as text. */
  memory?: string;
  ephemeralStorageGb?: number;
  architecture?: string;
  platformFamily?: string;
  launchType?: string;
  capacityProvider?: string;
  pullStartedAt?: number;
  startedAt?: number;
  stoppedAt?: number;
}

/** A task in the cause of a failed task or in the output of one that was submitted or succeeded. */
export function readEcsTask(document: string | undefined): EcsTask | undefined {
  let value = parseJson(document);
  // A cause that went through a state's output is a JSON text within JSON.
  for (let depth = 0; typeof value === 'string' && depth < 3; depth++) {
    value = parseJson(value);
  }
  const tasks = member(value, 'tasks');
  const task = Array.isArray(tasks) ? tasks[0] : value;
  return isJsonObject(task) && typeof member(task, 'taskArn') === 'string'
    ? ecsTask(task)
    : undefined;
}

function ecsTask(task: JsonRecord): EcsTask {
  const containers = member(task, 'containers');
  const storage = member(member(task, 'ephemeralStorage'), 'sizeInGiB');
  return {
    arn: text(task, 'taskArn'),
    taskDefinitionArn: text(task, 'taskDefinitionArn'),
    containers: (Array.isArray(containers) ? containers : []).map(each => ({
      name: text(each, 'name'),
      exitCode: number(each, 'exitCode'),
      reason: text(each, 'reason'),
    })),
    stoppedReason: text(task, 'stoppedReason'),
    cpu: text(task, 'cpu'),
    memory: text(task, 'memory'),
    ephemeralStorageGb: typeof storage === 'number' ? storage : undefined,
    architecture: attribute(task, 'ecs.cpu-architecture'),
    platformFamily: text(task, 'platformFamily'),
    launchType: text(task, 'launchType'),
    capacityProvider: text(task, 'capacityProviderName'),
    pullStartedAt: instant(task, 'pullStartedAt'),
    startedAt: instant(task, 'startedAt'),
    stoppedAt: instant(task, 'stoppedAt'),
  };
}

/** Step Functions writes members with a capital, ECS without. */
function member(value: unknown, name: string): unknown {
  return isJsonObject(value)
    ? value[name] ?? value[name[0].toLocaleUpperCase('en-US') + name.slice(1)]
    : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function number(value: unknown, name: string): number | undefined {
  const found = member(value, name);
  return typeof found === 'number' ? found : undefined;
}

/** Milliseconds, also from seconds and from ISO 8601. */
function instant(value: unknown, name: string): number | undefined {
  const found = member(value, name);
  if (typeof found === 'number' && found > 0) {
    return found < 1e11 ? found * 1_000 : found;
  }
  const parsed = typeof found === 'string' ? Date.parse(found) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

function attribute(task: JsonRecord, wanted: string): string | undefined {
  const attributes = member(task, 'attributes');
  const found = (Array.isArray(attributes) ? attributes : []).find(
    each => text(each, 'name') === wanted,
  );
  return text(found, 'value');
}
