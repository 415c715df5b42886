import { Flex, Text } from '@backstage/ui';
import type { RejectedClaim } from '@mlinfra/plugin-mlinfra-common';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';
import styles from './Accounts.module.css';

interface RejectedClaimsProps {
  claims: RejectedClaim[];
}

/** Resources that name an entity which their account may not speak for. */
export function RejectedClaims({ claims }: RejectedClaimsProps) {
  const t = useMessages();
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-medium" weight="bold">
        {t('accounts.rejected.title', { count: claims.length })}
      </Text>
      <MutedText as="p">{t('accounts.rejected.description')}</MutedText>
      <ItemList compact>
        {claims.map(claim => (
          <li key={`${claim.resourceArn} ${claim.claimedEntityRef}`}>
            <code className={styles.arn}>{claim.resourceArn}</code>{' '}
            <Text variant="body-small">
              {t('accounts.rejected.claims', {
                entityRef: claim.claimedEntityRef,
              })}
            </Text>
            <MutedText as="p">
              {`${claim.reason} (${formatAge(claim.collectedAt)})`}
            </MutedText>
          </li>
        ))}
      </ItemList>
    </Flex>
  );
}
