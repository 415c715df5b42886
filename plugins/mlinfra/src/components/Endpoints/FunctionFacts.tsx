import { Text } from '@backstage/ui';
import type { EndpointFunction } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import styles from './Endpoints.module.css';

interface FunctionFactsProps {
  item: EndpointFunction;
}

/** A Lambda function in one line, in AWS's own words for its state. */
export function FunctionFacts({ item }: FunctionFactsProps) {
  const t = useMessages();
  const facts = [
    item.state && `${t('endpoints.function.state')}: ${item.state}`,
    item.stateReason,
    item.lastUpdateStatus &&
      `${t('endpoints.function.update')}: ${item.lastUpdateStatus}`,
    item.memoryMb !== undefined &&
      t('endpoints.function.memory', { memory: String(item.memoryMb) }),
    item.timeoutSeconds !== undefined &&
      t('endpoints.function.timeout', { seconds: String(item.timeoutSeconds) }),
    item.packageType,
  ].filter(Boolean);
  return (
    <ItemLine>
      <Text variant="body-small" weight="bold" className={styles.function}>
        {item.qualifier ? `${item.name}:${item.qualifier}` : item.name}
      </Text>
      <MutedText>{facts.join(' · ')}</MutedText>
      <ExternalLink href={item.consoleUrl}>
        {t('common.consoleLink')}
      </ExternalLink>
    </ItemLine>
  );
}
