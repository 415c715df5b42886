import { Flex } from '@backstage/ui';
import type { EndpointService } from '@mlinfra/plugin-mlinfra-common';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { PlainTable } from '../PlainTable/PlainTable';

interface ServiceDeploymentsProps {
  service: EndpointService;
}

/** The deployments that AWS still knows of a service, in its own words. */
export function ServiceDeployments({ service }: ServiceDeploymentsProps) {
  const t = useMessages();
  if (service.deployments.length === 0) {
    return null;
  }
  return (
    <PlainTable
      caption={t('endpoints.service.deployments', { name: service.name })}
      columns={[
        { label: t('endpoints.service.column.taskDefinition') },
        { label: t('endpoints.service.column.status') },
        { label: t('endpoints.service.column.tasks'), number: true },
        { label: t('endpoints.service.column.pending'), number: true },
        { label: t('endpoints.service.column.failed'), number: true },
        { label: t('endpoints.service.column.rollout') },
        { label: t('endpoints.service.column.updated') },
      ]}
      rows={service.deployments.map(each => ({
        key: each.id,
        cells: [
          each.taskDefinition,
          each.status,
          `${each.running} / ${each.desired}`,
          each.pending,
          each.failed,
          <Flex direction="column" gap="0">
            <span>{each.rollout ?? t('endpoints.service.byCodeDeploy')}</span>
            {each.rolloutReason && <MutedText>{each.rolloutReason}</MutedText>}
          </Flex>,
          each.updatedAt ? (
            <time
              dateTime={each.updatedAt}
              title={formatInstant(each.updatedAt)}
            >
              {formatAge(each.updatedAt)}
            </time>
          ) : (
            '–'
          ),
        ],
      }))}
    />
  );
}
