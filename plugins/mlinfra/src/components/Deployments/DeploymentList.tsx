import { Flex, Text } from '@backstage/ui';
import type { EndpointDeployment } from '@mlinfra/plugin-mlinfra-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoopLeftLine,
  RiQuestionLine,
} from '@remixicon/react';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { ItemLine } from '../ItemList/ItemLine';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';
import { StatusBadge, type StatusLook } from '../StatusBadge/StatusBadge';

const LOOKS: Record<EndpointDeployment['state'], StatusLook> = {
  succeeded: { tone: 'positive', icon: RiCheckboxCircleLine },
  'in-progress': { tone: 'announcement', icon: RiLoopLeftLine },
  failed: { tone: 'negative', icon: RiCloseCircleLine },
  unknown: { tone: 'neutral', icon: RiQuestionLine },
};
const THINGS = ['stage', 'function', 'service', 'model'] as const;

interface DeploymentListProps {
  deployments: EndpointDeployment[];
}

/** What was deployed, the newest first, and how that went. */
export function DeploymentList({ deployments }: DeploymentListProps) {
  const t = useMessages();
  if (deployments.length === 0) {
    return <MutedText as="p">{t('endpoints.deployments.none')}</MutedText>;
  }
  return (
    <ItemList compact>
      {deployments.map(({ id, what, name, state, at, reason }) => {
        const known = state in LOOKS ? state : 'unknown';
        const thing = THINGS.find(each => each === what) ?? 'unknown';
        return (
          <li key={id}>
            <Flex direction="column" gap="1">
              <ItemLine>
                <StatusBadge
                  {...LOOKS[known]}
                  label={t(`endpoints.deployments.state.${known}`)}
                />
                <Text variant="body-small">
                  {`${t(`endpoints.deployments.what.${thing}`)} ${name}`}
                </Text>
                <MutedText>
                  <time dateTime={at} title={formatInstant(at)}>
                    {formatAge(at)}
                  </time>
                </MutedText>
              </ItemLine>
              {reason && <MutedText as="p">{reason}</MutedText>}
            </Flex>
          </li>
        );
      })}
    </ItemList>
  );
}
