import { useOptionalRoute } from '../../api/useOptionalRoute';
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Flex, Link, Text } from '@backstage/ui';
import {
  mlinfraAccountReadPermission,
  type CollectionState,
} from '@mlinfra/plugin-mlinfra-common';
import {
  failedCollections,
  type FailedCollections,
} from '../../data/failedCollections';
import { rootRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';

interface CollectionNoticesProps {
  collections: CollectionState[];
}

/** One notice per account that could not be read, with what to do about it. */
export function CollectionNotices({ collections }: CollectionNoticesProps) {
  return (
    <>
      {failedCollections(collections).map(failed => (
        <CollectionNotice
          key={`${failed.accountId} ${failed.kind}`}
          failed={failed}
        />
      ))}
    </>
  );
}

interface CollectionNoticeProps {
  failed: FailedCollections;
}

function CollectionNotice({ failed }: CollectionNoticeProps) {
  const { accountId, accountName, kind, regions, messages, everRead } = failed;
  const t = useMessages();
  const rootPath = useOptionalRoute(rootRouteRef)?.();
  const { allowed } = usePermission({
    permission: mlinfraAccountReadPermission,
  });
  const account = accountName ? `${accountName} (${accountId})` : accountId;
  const places = regions.filter(region => region !== 'global').join(', ');

  return (
    <Alert
      status="warning"
      icon
      title={t(`common.collection.title.${kind}`, { account })}
      description={
        <Flex direction="column" gap="1">
          {messages.map(message => (
            <Text key={message} as="p" variant="body-small">
              {message}
            </Text>
          ))}
          <Text as="p" variant="body-small">
            {places &&
              `${t('common.collection.regions', { regions: places })} `}
            {t(everRead ? 'common.collection.kept' : 'common.collection.never')}{' '}
            {allowed && rootPath && (
              <Link href={`${rootPath}/accounts`} variant="body-small">
                {t('common.collection.accountsLink')}
              </Link>
            )}
          </Text>
        </Flex>
      }
    />
  );
}
