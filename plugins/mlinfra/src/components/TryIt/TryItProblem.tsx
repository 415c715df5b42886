import { Alert } from '@backstage/ui';
import { errorText } from '../../data/errorReason';
import {
  retryAfterSeconds,
  tryProblem,
  type TryProblem,
} from '../../data/tryProblem';
import { useMessages, type Messages } from '../../translation/useMessages';

interface TryItProblemProps {
  error: Error;
}

/** Why there is no answer of the endpoint, and what to do about it. */
export function TryItProblem({ error }: TryItProblemProps) {
  const t = useMessages();
  const problem = tryProblem(error);
  return (
    <Alert
      role="alert"
      status={problem === 'too-many' ? 'warning' : 'danger'}
      icon
      title={t(`endpointPage.tryIt.error.${problem}`)}
      description={[errorText(error), advice(problem, error, t)]
        .filter(Boolean)
        .join(' ')}
    />
  );
}

function advice(
  problem: TryProblem,
  error: Error,
  t: Messages,
): string | undefined {
  switch (problem) {
    case 'too-many': {
      const seconds = retryAfterSeconds(error);
      return seconds === undefined
        ? undefined
        : t('endpointPage.tryIt.error.retryIn', { count: seconds });
    }
    case 'not-allowed':
      return t('endpointPage.tryIt.error.permission');
    case 'unanswered':
      return t('endpointPage.tryIt.error.unansweredHint');
    default:
      return undefined;
  }
}
