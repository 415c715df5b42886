import type {
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';

/**
 * A logger that is silent and remembers when a step began: the scaffolder says
 * so, and gives no times of its own in a dry run.
 */
export class MessageClock implements RootLoggerService {
  private startedAt: number[] = [];
  /** Warnings and errors of the backend, newest last. */
  readonly problems: string[] = [];

  /** Takes the times of the steps since the last call, in milliseconds of `performance.now()`. */
  takeStepStarts(): number[] {
    const taken = this.startedAt;
    this.startedAt = [];
    return taken;
  }

  info(message: string): void {
    if (/in dry-run mode with inputs/.test(message)) {
      this.startedAt.push(performance.now());
    }
  }

  error(message: string): void {
    this.problems.push(message);
  }

  warn(message: string): void {
    this.problems.push(message);
  }

  debug(): void {}

  child(): LoggerService {
    return this;
  }
}
