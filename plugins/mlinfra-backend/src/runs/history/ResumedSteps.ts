import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { workOrder } from './readWorkEvent';
import type { StepDraft } from './StepDraft';

const UNSUCCESSFUL: ReadonlySet<string> = new Set([
  'failed',
  'timed-out',
  'aborted',
]);

/** The steps that a redrive takes up again, until each has been found. */
export class ResumedSteps {
  private readonly waiting: Set<StepDraft>;

  constructor(steps: StepDraft[]) {
    this.waiting = new Set(steps.filter(isUnsuccessful));
  }

  take(step: StepDraft): StepDraft | undefined {
    return this.waiting.delete(step) ? step : undefined;
  }

  takeNamed(stateName: string): StepDraft | undefined {
    return this.takeFirst(step => step.stateName === stateName);
  }

  takeType(stateType: string): StepDraft | undefined {
    return this.takeFirst(step => step.stateType === stateType);
  }

  /** The step that had the same done before, or else the first that had anything done. */
  takeOrder(event: HistoryEvent): StepDraft | undefined {
    const order = workOrder(event);
    return (
      this.takeFirst(step => order !== undefined && step.order === order) ??
      this.takeFirst(step => step.attempts.length > 0) ??
      this.takeFirst(step => step.stateType === 'Task')
    );
  }

  private takeFirst(
    wanted: (step: StepDraft) => boolean,
  ): StepDraft | undefined {
    for (const step of this.waiting) {
      if (wanted(step)) {
        this.waiting.delete(step);
        return step;
      }
    }
    return undefined;
  }
}

/** What a catch further out made up for is not taken up again. */
function isUnsuccessful(step: StepDraft): boolean {
  for (let each: StepDraft | undefined = step; each; each = each.parent) {
    if (!UNSUCCESSFUL.has(each.status)) {
      return false;
    }
  }
  return true;
}
