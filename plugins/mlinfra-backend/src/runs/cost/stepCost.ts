import type { Region, RunCost } from '@mlinfra/plugin-mlinfra-common';
import type { StepDraft } from '../history/StepDraft';
import type { TaskDefinitionFacts } from '../model';
import { addTaskCost } from './addTaskCost';
import { billedSeconds } from './billedSeconds';
import { CostSum } from './CostSum';
import { taskSize } from './taskSize';

/** Prices and sizes that a run's cost is computed with. */
export interface CostFacts {
  region: Region;
  /** By ARN. */
  taskDefinitions: ReadonlyMap<string, TaskDefinitionFacts>;
}

/** What the ECS tasks of a step have cost, every attempt counted; undefined without any. */
export function stepCost(
  step: StepDraft,
  facts: CostFacts,
): RunCost | undefined {
  const sum = new CostSum();
  return addStepCost(sum, step, facts) > 0 ? sum.result() : undefined;
}

/** Adds the tasks of a step, and tells how many there are. */
export function addStepCost(
  sum: CostSum,
  step: StepDraft,
  { region, taskDefinitions }: CostFacts,
): number {
  const attempts = step.attempts.filter(({ task }) => task !== undefined);
  for (const attempt of attempts) {
    const { task } = attempt;
    const time = task && billedSeconds(task, attempt);
    if (!task || !time) {
      sum.missing('What still runs is not counted yet.');
      continue;
    }
    const size = taskSize(
      task,
      taskDefinitions.get(task.taskDefinitionArn ?? ''),
    );
    if ('unknown' in size) {
      sum.missing(
        `The task of ${step.stateName} is not counted: ${size.unknown}.`,
      );
      continue;
    }
    if (!time.reported) {
      sum.atMost(
        `ECS has not reported all times of ${step.stateName}; those of the run are used, which include waiting for a place to run.`,
      );
    }
    if (time.seconds > 0) {
      addTaskCost(sum, region, size, time.seconds);
    } else {
      sum.add(0n, []);
    }
  }
  return attempts.length;
}
