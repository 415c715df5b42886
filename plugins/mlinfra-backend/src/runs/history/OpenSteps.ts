import type { Failure, StepDraft } from './StepDraft';
import { isOver } from './StepDraft';

/** The steps that have begun and not ended, and every way in which they end. */
export class OpenSteps {
  private readonly steps = new Set<StepDraft>();

  begin(step: StepDraft): void {
    this.steps.add(step);
  }

  /** The one that began last. */
  last(): StepDraft | undefined {
    return [...this.steps].at(-1);
  }

  /** A redriven step goes on, and what it is in with it. */
  reopen(from: StepDraft): void {
    for (
      let step: StepDraft | undefined = from;
      step && isOver(step);
      step = step.parent
    ) {
      step.status = 'running';
      step.exitedAt = undefined;
      step.failure = undefined;
      step.innerEnded = false;
      this.steps.add(step);
    }
  }

  /** The ordinary way out of a state; with a failure, a catch went on. */
  leave(step: StepDraft, at: string): void {
    if (isOver(step)) {
      return;
    }
    if (step.stateType === 'Fail') {
      this.end(step, 'failed', at);
    } else {
      this.end(step, step.failure ? 'caught' : 'succeeded', at);
    }
  }

  leaveAll(at: string): void {
    [...this.steps].forEach(step => this.leave(step, at));
  }

  end(step: StepDraft, status: StepDraft['status'], at: string): void {
    step.status = status;
    step.exitedAt = at;
    this.steps.delete(step);
    const attempt = step.attempts.at(-1);
    if (attempt?.status === 'running') {
      attempt.status = status === 'caught' ? 'failed' : status;
      attempt.endedAt = at;
    }
  }

  /** The whole run has failed because of a step. */
  fail(from: StepDraft | undefined, failure: Failure, at: string): void {
    for (let step = from; step; step = step.parent) {
      if (this.steps.has(step)) {
        step.failure ??= failure;
      }
    }
    this.stop(at);
  }

  /** The whole run was ended from outside, in time or by hand. */
  interrupt(
    status: 'timed-out' | 'aborted',
    failure: Failure,
    at: string,
  ): void {
    for (const step of [...this.steps]) {
      if (status === 'timed-out') {
        step.failure ??= failure;
      }
      this.end(step, status, at);
    }
  }

  /** A failure that nothing caught goes from a step up to what it is in. */
  failWithin(
    container: StepDraft,
    from: StepDraft | undefined,
    failure: Failure,
    at: string,
  ): void {
    for (
      let step = from;
      step && step !== container && !isOver(step);
      step = step.parent
    ) {
      step.failure ??= failure;
      this.end(step, step.failure.status, at);
    }
    container.failure ??= failure;
  }

  /** An iteration was given up because of another one. */
  abortWithin(
    container: StepDraft,
    from: StepDraft | undefined,
    at: string,
  ): void {
    for (let step = from; step && step !== container; step = step.parent) {
      if (!isOver(step)) {
        this.end(step, 'aborted', at);
      }
    }
  }

  /** What is still open, everywhere or within a container, ends with it. */
  stop(at: string, within?: StepDraft): void {
    for (const step of [...this.steps]) {
      if (!within || isWithin(step, within)) {
        this.end(step, step.failure ? step.failure.status : 'aborted', at);
      }
    }
  }
}

function isWithin(step: StepDraft, container: StepDraft): boolean {
  for (let each = step.parent; each; each = each.parent) {
    if (each === container) {
      return true;
    }
  }
  return false;
}
