import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { type ErrorDetails, errorDetails, instantOf } from './eventDetails';
import { OpenSteps } from './OpenSteps';
import { readWorkEvent, WORK_EVENT } from './readWorkEvent';
import { ResumedSteps } from './ResumedSteps';
import { type Failure, isOver, type StepDraft } from './StepDraft';

/** Where an event stands: the step that it is about, and what the next state would be in. */
interface Place {
  step?: StepDraft;
  parent?: StepDraft;
  iteration?: number;
  /** The run was redriven here: what comes next takes up a step again. */
  redriven?: boolean;
}

const CONTAINER_EVENT =
  /^(Parallel|Map)(State|Iteration|Run)(Started|Succeeded|Failed|Aborted|Redriven)$/;

/**
 * Follows the events of an execution. What belongs together is told by the
 * ids of previous events alone, so that the events of branches and iterations
 * may stand in any mixture. Each event is looked at once.
 */
export class HistoryReader {
  readonly steps: StepDraft[] = [];
  input?: string;
  output?: string;
  /** How the run ended; absent while it goes on. */
  ending?: { type: string } & ErrorDetails;
  redrives = 0;

  private readonly places = new Map<number, Place>();
  private readonly open = new OpenSteps();
  private readonly latest = new Map<string, StepDraft>();
  private resumed = new ResumedSteps([]);
  private now = new Date(0).toISOString();

  /** The step that the event belongs to, where it belongs to one. */
  read(event: HistoryEvent): StepDraft | undefined {
    const id = event.id ?? 0;
    this.now = instantOf(event, this.now);
    const before = this.places.get(event.previousEventId ?? 0) ?? {};
    const place = this.placeOf(event, event.type ?? '', before);
    if (id > 0) {
      this.places.set(id, place);
    }
    return place.step;
  }

  private placeOf(event: HistoryEvent, type: string, before: Place): Place {
    if (type.endsWith('StateEntered')) {
      return beside(this.enter(event, type, before));
    }
    if (type.endsWith('StateExited')) {
      return beside(this.exit(event, before));
    }
    if (type.startsWith('Execution')) {
      return this.execution(event, type, before);
    }
    if (WORK_EVENT.test(type)) {
      return beside(this.work(event, type, before));
    }
    const container = CONTAINER_EVENT.exec(type);
    if (container) {
      return this.container(event, container, before);
    }
    if (/^(Task|Wait)StateAborted$/.test(type) && before.step) {
      this.open.end(before.step, 'aborted', this.now);
    }
    if (type === 'EvaluationFailed' && before.step) {
      before.step.failure = this.failure(event);
    }
    return before;
  }

  private enter(event: HistoryEvent, type: string, before: Place): StepDraft {
    const { name = '', input } = event.stateEnteredEventDetails ?? {};
    const again = before.redriven
      ? this.resumed.takeNamed(name)
      : before.step?.stateName === name && this.resumed.take(before.step);
    if (again) {
      this.open.reopen(again);
      return again;
    }
    if (before.step && before.step !== before.parent) {
      this.open.leave(before.step, this.now);
    }
    const step: StepDraft = {
      id: String(event.id ?? 0),
      stateName: name,
      stateType: type.replace(/StateEntered$/, ''),
      status: 'running',
      enteredAt: this.now,
      attempts: [],
      iteration: before.iteration,
      input,
      parent: before.parent,
      innerEnded: false,
    };
    this.steps.push(step);
    this.open.begin(step);
    this.latest.set(name, step);
    return step;
  }

  private exit(event: HistoryEvent, before: Place): StepDraft | undefined {
    const { name = '', output } = event.stateExitedEventDetails ?? {};
    let step = before.step;
    while (step && (step.stateName !== name || isOver(step))) {
      step = step.parent;
    }
    const resumed = step ? undefined : this.resumed.takeNamed(name);
    if (resumed) {
      this.open.reopen(resumed);
    }
    step ??= resumed ?? this.latest.get(name);
    if (step && !isOver(step)) {
      step.output = output;
      this.open.leave(step, this.now);
    }
    return step;
  }

  private execution(event: HistoryEvent, type: string, before: Place): Place {
    switch (type) {
      case 'ExecutionStarted':
        this.input = event.executionStartedEventDetails?.input;
        return {};
      case 'ExecutionRedriven':
        this.redrives += 1;
        this.ending = undefined;
        this.output = undefined;
        this.resumed = new ResumedSteps(this.steps);
        return { redriven: true };
      case 'ExecutionSucceeded':
        this.output = event.executionSucceededEventDetails?.output;
        this.open.leaveAll(this.now);
        break;
      case 'ExecutionFailed':
        this.open.fail(
          before.step ?? this.open.last(),
          this.failure(event),
          this.now,
        );
        break;
      case 'ExecutionTimedOut':
        this.open.interrupt('timed-out', this.failure(event), this.now);
        break;
      case 'ExecutionAborted':
        this.open.interrupt('aborted', this.failure(event), this.now);
        break;
      default:
        return before;
    }
    this.ending = { type, ...errorDetails(event) };
    return before;
  }

  private work(
    event: HistoryEvent,
    type: string,
    before: Place,
  ): StepDraft | undefined {
    const step = before.redriven ? this.resumed.takeOrder(event) : before.step;
    if (step) {
      if (type.endsWith('Scheduled')) {
        this.resumed.take(step);
        this.open.reopen(step);
      }
      readWorkEvent(step, event, this.now);
    }
    return step;
  }

  /** Begin and end of what a Parallel or Map contains. */
  private container(
    event: HistoryEvent,
    [, kind, part, what]: RegExpExecArray,
    before: Place,
  ): Place {
    const begins = what === 'Started' || what === 'Redriven';
    let container = before.redriven ? this.resumed.takeType(kind) : before.step;
    while (
      container &&
      (container.stateType !== kind || (container.innerEnded && !begins))
    ) {
      container = container.parent;
    }
    if (!container) {
      return before;
    }
    if (begins) {
      this.open.reopen(container);
      container.innerEnded = false;
      const index = event.mapIterationStartedEventDetails?.index;
      return {
        step: container,
        parent: container,
        iteration: part === 'Iteration' ? index : container.iteration,
      };
    }
    this.contentEnded(event, container, { part, what }, before.step);
    return beside(container);
  }

  private contentEnded(
    event: HistoryEvent,
    container: StepDraft,
    { part, what }: { part: string; what: string },
    from: StepDraft | undefined,
  ): void {
    if (what === 'Failed') {
      const failure = from?.failure ?? this.failure(event);
      this.open.failWithin(container, from, failure, this.now);
    } else if (what === 'Aborted') {
      this.open.abortWithin(container, from, this.now);
    }
    if (part !== 'State') {
      return;
    }
    container.innerEnded = true;
    if (what === 'Succeeded') {
      container.failure = undefined;
    } else {
      this.open.stop(this.now, container);
    }
    if (what === 'Aborted') {
      this.open.end(container, 'aborted', this.now);
    }
  }

  private failure(event: HistoryEvent): Failure {
    return {
      status: event.type?.endsWith('TimedOut') ? 'timed-out' : 'failed',
      ...errorDetails(event),
      eventId: event.id ?? 0,
    };
  }
}

function beside(step: StepDraft | undefined): Place {
  return { step, parent: step?.parent, iteration: step?.iteration };
}
