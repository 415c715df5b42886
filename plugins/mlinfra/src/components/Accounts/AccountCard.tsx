import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type { Account } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { EmulatedBadge } from '../EmulatedBadge/EmulatedBadge';
import { Facts } from '../Facts/Facts';
import { ItemList } from '../ItemList/ItemList';
import { CollectionLine } from './CollectionLine';
import { RejectedClaims } from './RejectedClaims';

interface AccountCardProps {
  account: Account;
}

/** One connected account. */
export function AccountCard({ account }: AccountCardProps) {
  const { accountId, name, collections, rejectedClaims } = account;
  const t = useMessages();
  return (
    <Card>
      <CardHeader>
        <Flex align="center" gap="3">
          <Text as="h3" variant="title-x-small" weight="bold">
            {`${name} (${accountId})`}
          </Text>
          {account.emulated && <EmulatedBadge />}
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="4">
          <Facts
            facts={[
              [t('accounts.regions'), account.regions.join(', ')],
              [
                t('accounts.environments'),
                account.environments.join(', ') || t('accounts.anyEnvironment'),
              ],
            ]}
          />
          <Flex direction="column" gap="2">
            <Text as="h4" variant="body-medium" weight="bold">
              {t('accounts.collections')}
            </Text>
            {collections.length === 0 && (
              <Text as="p" variant="body-small">
                {t('accounts.noCollections')}
              </Text>
            )}
            <ItemList compact>
              {collections.map(collection => (
                <li key={`${collection.collector} ${collection.region}`}>
                  <CollectionLine collection={collection} />
                </li>
              ))}
            </ItemList>
          </Flex>
          {rejectedClaims.length > 0 && (
            <RejectedClaims claims={rejectedClaims} />
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}
