import type { EcsTask } from '../history/ecsTask';
import type { TaskDefinitionFacts, TaskSize } from '../model';

/** Storage that every Fargate task has at no extra price. */
export const INCLUDED_STORAGE_GB = 20;

/** The size that Fargate bills a task for, or why that is not known. */
export function taskSize(
  task: EcsTask,
  definition: TaskDefinitionFacts | undefined,
): TaskSize | { unknown: string } {
  const { launchType, capacityProvider = '', platformFamily = '' } = task;
  if (
    (launchType !== undefined && launchType !== 'FARGATE') ||
    (capacityProvider !== '' && !capacityProvider.startsWith('FARGATE'))
  ) {
    return { unknown: 'It did not run on Fargate' };
  }
  if (/^windows/i.test(platformFamily)) {
    return { unknown: 'Fargate for Windows has other prices' };
  }
  const cpu = Number(task.cpu ?? definition?.cpu);
  const memory = Number(task.memory ?? definition?.memory);
  if (!(cpu > 0) || !(memory > 0)) {
    return {
      unknown: 'Neither the run nor its task definition tells the size',
    };
  }
  return {
    vcpu: cpu / 1024,
    memoryGb: memory / 1024,
    ephemeralStorageGb:
      task.ephemeralStorageGb ??
      definition?.ephemeralStorageGb ??
      INCLUDED_STORAGE_GB,
    architecture: /^arm/i.test(
      task.architecture ?? definition?.architecture ?? '',
    )
      ? 'arm64'
      : 'x86_64',
    spot: capacityProvider === 'FARGATE_SPOT',
  };
}
