import { Flex, Text } from '@backstage/ui';
import type {
  EndpointRequest,
  TryEndpointResponse,
} from '@mlinfra/plugin-mlinfra-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { formatMetricValue } from '../../format/metricValue';
import { useMessages } from '../../translation/useMessages';
import { Facts } from '../Facts/Facts';
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import { JsonText } from '../JsonText/JsonText';
import { MutedText } from '../MutedText/MutedText';
import { StatusBadge, type StatusLook } from '../StatusBadge/StatusBadge';
import styles from './TryIt.module.css';

const FIRST_ERROR = 400;

function look(status: number): StatusLook {
  if (status >= 200 && status < 300) {
    return { tone: 'positive', icon: RiCheckboxCircleLine };
  }
  return status >= FIRST_ERROR
    ? { tone: 'negative', icon: RiCloseCircleLine }
    : { tone: 'neutral', icon: RiQuestionLine };
}

interface TryItAnswerProps {
  request: EndpointRequest;
  answer: TryEndpointResponse;
}

/** What the endpoint answered, with how long that took. */
export function TryItAnswer({ request, answer }: TryItAnswerProps) {
  const { status, headers, body, truncated, binary, durationMs } = answer;
  const t = useMessages();
  const names = Object.keys(headers).sort();
  return (
    <Flex direction="column" gap="2">
      <ItemHeading>
        {t('endpointPage.tryIt.answer.title', { request: request.id })}
      </ItemHeading>
      <ItemLine>
        <StatusBadge
          {...look(status)}
          label={t('endpointPage.tryIt.answer.status', {
            status: String(status),
          })}
        />
        <MutedText>
          {t('endpointPage.tryIt.answer.took', {
            duration: formatMetricValue(durationMs, 'ms'),
          })}
        </MutedText>
      </ItemLine>
      {status >= FIRST_ERROR && (
        <Text as="p" variant="body-small">
          {t('endpointPage.tryIt.answer.errorStatus')}
        </Text>
      )}
      {names.length > 0 && (
        <details className={styles.headers}>
          <summary>
            {t('endpointPage.tryIt.answer.headers', { count: names.length })}
          </summary>
          <Facts facts={names.map(name => [name, headers[name]])} />
        </details>
      )}
      {binary && (
        <MutedText as="p">{t('endpointPage.tryIt.answer.binary')}</MutedText>
      )}
      {!binary && body === '' && (
        <MutedText as="p">{t('endpointPage.tryIt.answer.empty')}</MutedText>
      )}
      {!binary && body !== '' && (
        <JsonText text={body} what={t('endpointPage.tryIt.answer.body')} />
      )}
      {truncated && (
        <MutedText as="p">{t('endpointPage.tryIt.answer.truncated')}</MutedText>
      )}
    </Flex>
  );
}
