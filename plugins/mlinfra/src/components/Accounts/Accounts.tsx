import { Container, Flex } from '@backstage/ui';
import { useAccounts } from '../../data/useAccounts';
import { useMessages } from '../../translation/useMessages';
import { LoadingLines } from '../Infrastructure/LoadingLines';
import { LoadError } from '../LoadError/LoadError';
import { NoAwsConnected } from '../NoAwsConnected/NoAwsConnected';
import { AccountCard } from './AccountCard';

/** The connected accounts: what was collected when, and what fails. @public */
export function Accounts() {
  const t = useMessages();
  const latest = useAccounts();
  const { data, error } = latest;
  const what = t('accounts.what');
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <LoadError latest={latest} subject={{ what, permission: 'account' }} />
        {!data && !error && <LoadingLines what={what} />}
        {data?.aws.connected === false && <NoAwsConnected what={what} />}
        {data?.items.map(account => (
          <AccountCard key={account.accountId} account={account} />
        ))}
      </Flex>
    </Container>
  );
}
