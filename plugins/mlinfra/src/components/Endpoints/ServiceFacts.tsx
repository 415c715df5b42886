import { Flex, Text } from '@backstage/ui';
import type { EndpointService } from '@mlinfra/plugin-mlinfra-common';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { EndpointStatusBadge } from '../StatusBadge/EndpointStatusBadge';
import styles from './Endpoints.module.css';
import { ServiceDeployments } from './ServiceDeployments';
import { StoppedTasks } from './StoppedTasks';
import { TargetHealth } from './TargetHealth';

interface ServiceFactsProps {
  service: EndpointService;
  /** Why the endpoint stands as it does; not said twice where that is the service's own reason. */
  saidAlready: string;
}

/** An ECS service: how many of its tasks run, what is being deployed, and what has stopped why. */
export function ServiceFacts({ service, saidAlready }: ServiceFactsProps) {
  const { name, cluster, desired, running, pending, lastEvent } = service;
  const t = useMessages();
  return (
    <Flex direction="column" gap="2">
      <ItemLine>
        <EndpointStatusBadge status={service.status} />
        <Text variant="body-small" weight="bold" className={styles.function}>
          {name}
        </Text>
        <MutedText>
          {[
            t('endpoints.service.tasks', {
              running: String(running),
              desired: String(desired),
              pending: String(pending),
            }),
            t('endpoints.service.cluster', { cluster }),
          ].join(' · ')}
        </MutedText>
        <ExternalLink href={service.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
      </ItemLine>
      {service.statusReason !== saidAlready && (
        <Text as="p" variant="body-small">
          {service.statusReason}
        </Text>
      )}
      {service.targetGroups.map(group => (
        <TargetHealth key={group.arn} group={group} />
      ))}
      {lastEvent && (
        <MutedText as="p">
          {t('endpoints.service.lastEvent')}{' '}
          <time dateTime={lastEvent.at} title={formatInstant(lastEvent.at)}>
            {formatAge(lastEvent.at)}
          </time>
          {`: ${lastEvent.message}`}
        </MutedText>
      )}
      <ServiceDeployments service={service} />
      <StoppedTasks service={service} />
    </Flex>
  );
}
