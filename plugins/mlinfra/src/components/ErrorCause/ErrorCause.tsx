import { Text } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';
import styles from './ErrorCause.module.css';
import { knownError } from './knownError';

interface ErrorCauseProps {
  error: string | undefined;
  cause: string | undefined;
}

/** What AWS says of an error, and what an error of this name means. */
export function ErrorCause({ error, cause }: ErrorCauseProps) {
  const t = useMessages();
  const known = knownError(error);
  return (
    <>
      <Text as="p" variant="body-small" className={styles.cause}>
        {cause ?? t('runPage.error.noCause')}
      </Text>
      {known && (
        <Text as="p" variant="body-small">
          {t(`runPage.error.known.${known}`)}
        </Text>
      )}
    </>
  );
}
