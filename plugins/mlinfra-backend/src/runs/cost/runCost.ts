import { findPrice, type RunCost } from '@mlinfra/plugin-mlinfra-common';
import { microUnits } from '../../money/decimal';
import type { StepDraft } from '../history/StepDraft';
import { addStepCost, type CostFacts } from './stepCost';
import { CostSum } from './CostSum';

/** Services that work for minutes and are billed for that, but not counted here. */
const BILLED_BY_TIME: ReadonlySet<string> = new Set([
  'batch',
  'bedrock',
  'codebuild',
  'elasticmapreduce',
  'emr-serverless',
  'glue',
  'lambda',
  'sagemaker',
  'states',
]);

/** What a run has cost so far: its tasks, and the state transitions of a standard state machine. */
export function runCost(
  steps: StepDraft[],
  options: CostFacts & { redrives: number; standard: boolean },
): RunCost {
  const { region, redrives, standard } = options;
  const sum = new CostSum();
  let tasks = 0;
  let transitions = redrives;
  for (const step of steps) {
    tasks += addStepCost(sum, step, options);
    transitions += Math.max(1, step.attempts.length);
    for (const { service } of step.attempts) {
      if (service !== undefined && BILLED_BY_TIME.has(service)) {
        sum.missing(`What ${service} bills is not counted.`);
      }
    }
  }
  const price = standard ? findPrice(region, 'StateTransition') : undefined;
  if (price) {
    sum.add(microUnits(price.price) * BigInt(transitions), [price]);
  } else if (standard) {
    sum.missing(
      `No price of state transitions is known for ${region}, so they are not counted.`,
    );
  }
  sum.note(
    `Counted: ${counted(tasks, 'Fargate task')}${
      price ? ` and ${counted(transitions, 'state transition')}` : ''
    }. Not counted: requests to other services, logs, data transfer and public addresses.`,
  );
  return sum.result();
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
