import { Container, Flex } from '@backstage/ui';
import type { EndpointDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { errorReason } from '../../data/errorReason';
import { useEndpoint } from '../../data/useEndpoint';
import type { Latest } from '../../data/useLatest';
import { useMessages } from '../../translation/useMessages';
import { CollectionNotices } from '../CollectionNotices/CollectionNotices';
import { DeploymentList } from '../Deployments/DeploymentList';
import { EndpointDetails } from '../Endpoints/EndpointDetails';
import { LoadError } from '../LoadError/LoadError';
import { TitledCard } from '../RunPage/RunSections';
import { EndpointAlarms } from './EndpointAlarms';
import { EndpointCharts } from './EndpointCharts';
import { EndpointHeader } from './EndpointHeader';
import { EndpointNotFound } from './EndpointNotFound';
import { EndpointRequests } from './EndpointRequests';
import { LoadingEndpoint } from './LoadingEndpoint';

interface EndpointPageProps {
  endpointKey: string;
}

/** One endpoint: how it stands, how it does, and how it is called. */
export function EndpointPage({ endpointKey }: EndpointPageProps) {
  // Nothing of one endpoint may be left on the page of another: no answer, no token.
  return <EndpointOfKey key={endpointKey} endpointKey={endpointKey} />;
}

function EndpointOfKey({ endpointKey }: EndpointPageProps) {
  const t = useMessages();
  const latest = useEndpoint(endpointKey);
  const { data, error } = latest;

  if (error && !data && errorReason(error) === 'not-found') {
    return (
      <Container py="4">
        <EndpointNotFound endpointKey={endpointKey} />
      </Container>
    );
  }
  const failure = (
    <LoadError
      latest={latest}
      subject={{ what: t('endpointPage.what'), permission: 'inventory' }}
    />
  );
  return (
    <Container py="4">
      {data ? (
        <Flex direction="column" gap="4">
          {failure}
          <EndpointContent data={data} reload={latest.reload} />
        </Flex>
      ) : (
        (error && failure) || <LoadingEndpoint />
      )}
    </Container>
  );
}

interface EndpointContentProps {
  data: EndpointDetailsResponse;
  reload: Latest<EndpointDetailsResponse>['reload'];
}

function EndpointContent({ data, reload }: EndpointContentProps) {
  const t = useMessages();
  const { endpoint, alarms, collections } = data;
  return (
    <>
      <EndpointHeader details={data} reload={reload} />
      <CollectionNotices collections={collections} />
      <TitledCard title={t('endpointPage.section.alarms')}>
        <EndpointAlarms alarms={alarms} />
      </TitledCard>
      <TitledCard title={t('endpointPage.section.metrics')}>
        <EndpointCharts endpointKey={endpoint.key} />
      </TitledCard>
      <TitledCard title={t('endpointPage.section.requests')}>
        <EndpointRequests details={data} />
      </TitledCard>
      <TitledCard title={t('endpointPage.section.details')}>
        <EndpointDetails endpoint={endpoint} />
      </TitledCard>
      <TitledCard title={t('endpointPage.section.deployments')}>
        <DeploymentList deployments={endpoint.deployments} />
      </TitledCard>
    </>
  );
}
