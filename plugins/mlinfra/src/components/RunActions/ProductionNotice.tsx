import { Alert } from '@backstage/ui';
import type { EnvironmentId } from '@mlinfra/plugin-mlinfra-common';
import { isProduction } from '../../data/isProduction';
import { useMessages } from '../../translation/useMessages';

interface ProductionNoticeProps {
  environment: EnvironmentId | undefined;
}

/** Makes production stand out; nothing for any other environment. */
export function ProductionNotice({ environment }: ProductionNoticeProps) {
  const t = useMessages();
  return isProduction(environment) ? (
    <Alert status="warning" icon title={t('runs.place.prod')} />
  ) : null;
}
