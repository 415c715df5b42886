import type {
  EndpointStatus,
  EntityEndpointsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { ENDPOINT_STATUSES } from '../StatusBadge/EndpointStatusBadge';

interface EndpointSummaryProps {
  data: EntityEndpointsResponse;
}

/** How it stands in one line, where there is more than one thing to look at. */
export function EndpointSummary({ data }: EndpointSummaryProps) {
  const { items, databases, alarms } = data;
  const t = useMessages();
  if (items.length + databases.length + alarms.length < 2) {
    return null;
  }
  const byStatus = (rows: { status: EndpointStatus }[]) =>
    ENDPOINT_STATUSES.map(status => ({
      status,
      count: rows.filter(row => known(row.status) === status).length,
    }))
      .filter(({ count }) => count > 0)
      .map(
        ({ status, count }) =>
          `${count} ${t(`endpoints.status.${status}`).toLocaleLowerCase('en')}`,
      )
      .join(', ');
  const inForce = alarms.filter(({ state }) => state === 'alarm').length;
  const parts = [
    t('endpoints.summary.of', {
      what: t('endpoints.summary.endpoints', { count: items.length }),
      parts: byStatus(items),
    }),
    databases.length > 0 &&
      t('endpoints.summary.of', {
        what: t('endpoints.summary.databases', { count: databases.length }),
        parts: byStatus(databases),
      }),
    alarms.length > 0 &&
      (inForce > 0
        ? t('endpoints.summary.alarms', { count: inForce })
        : t('endpoints.summary.noAlarms')),
  ];
  return <MutedText as="p">{parts.filter(Boolean).join(' · ')}</MutedText>;
}

function known(status: EndpointStatus): EndpointStatus {
  return ENDPOINT_STATUSES.includes(status) ? status : 'unknown';
}
