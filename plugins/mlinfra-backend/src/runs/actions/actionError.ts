import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AwsCallError } from '../../aws/AwsCallError';
import { errorName } from '../../aws/errorKind';

/** What was asked of AWS. */
export interface ActionSubject {
  /** For example `states:StartExecution`. */
  action: string;
  arn: string;
  /** What did not happen, for example `Nothing was started`. */
  outcome: string;
}

/** A failed action in the words a person can act on, with the status that fits. */
export function actionError(error: unknown, subject: ActionSubject): Error {
  const { action, arn, outcome } = subject;
  if (!(error instanceof AwsCallError)) {
    return isTimeout(error)
      ? new ServiceUnavailableError(
          `AWS gave no answer in time (${action}). Look whether it happened before you try again; trying again with the same form does nothing twice.`,
        )
      : (error as Error);
  }
  switch (errorName(error.cause)) {
    case 'StateMachineDeleting':
      return new ConflictError(`${outcome}: AWS is deleting ${arn}.`);
    case 'StateMachineDoesNotExist':
      return new NotFoundError(`${outcome}: AWS has no state machine ${arn}.`);
    case 'ExecutionDoesNotExist':
      return new NotFoundError(
        `${outcome}: AWS does not have ${arn} any more; it keeps executions for 90 days.`,
      );
    case 'ExecutionNotRedrivable':
      return new ConflictError(`${outcome}: ${ownWords(error)}`);
    case 'ExecutionLimitExceeded':
      return new ConflictError(
        `${outcome}: the account has as many open executions as AWS allows. Wait until some have ended, or stop some.`,
      );
    case 'InvalidExecutionInput':
      return new InputError(`${outcome}: AWS does not take this input.`);
    default:
  }
  return new ServiceUnavailableError(
    error.kind === 'access-denied'
      ? `${outcome}: the role of the portal may not call ${action} on ${arn}. Allow it in that account, and check that no service control policy denies it.`
      : `${outcome}: ${error.message}`,
  );
}

/** True where AWS has an execution of this name with another input, or one that has ended. */
export function isNameTaken(error: unknown): boolean {
  return (
    error instanceof AwsCallError &&
    errorName(error.cause) === 'ExecutionAlreadyExists'
  );
}

/** AWS's own sentence, which for these errors tells the reason and nothing else. */
function ownWords({ cause }: AwsCallError): string {
  return cause instanceof Error && cause.message
    ? cause.message
    : 'AWS gives no reason.';
}

/** True where a call was given up, as it took too long. */
export function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    (error.name === 'TimeoutError' || error.name === 'AbortError')
  );
}
