import { Flex, Text } from '@backstage/ui';
import type {
  EndpointModel,
  EndpointVariant,
} from '@mlinfra/plugin-mlinfra-common';
import { formatRate } from '../../format/metricValue';
import { useMessages, type Messages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { PlainTable } from '../PlainTable/PlainTable';

interface ModelFactsProps {
  model: EndpointModel;
}

/** A model that SageMaker hosts: its state in AWS's words, and what runs it. */
export function ModelFacts({ model }: ModelFactsProps) {
  const { state, configName, failureReason, variants } = model;
  const t = useMessages();
  return (
    <Flex direction="column" gap="2">
      <MutedText as="p">
        {`${t('endpoints.model.state')}: ${state} · ${t(
          'endpoints.model.config',
        )}: ${configName}`}
      </MutedText>
      {failureReason && (
        <Text as="p" variant="body-small" color="danger">
          {failureReason}
        </Text>
      )}
      {variants.length > 0 && (
        <PlainTable
          caption={t('endpoints.model.variants', { name: configName })}
          columns={[
            { label: t('endpoints.model.column.variant') },
            { label: t('endpoints.model.column.share'), number: true },
            { label: t('endpoints.model.column.capacity') },
            { label: t('endpoints.model.column.doing') },
          ]}
          rows={variants.map(variant => ({
            key: variant.name,
            cells: [
              variant.name,
              variant.share === undefined ? '–' : formatRate(variant.share),
              capacityText(variant, t),
              variant.phases.join(', ') || '–',
            ],
          }))}
        />
      )}
    </Flex>
  );
}

function capacityText(variant: EndpointVariant, t: Messages): string {
  const { serverless, instanceType, instanceCount } = variant;
  if (serverless) {
    const { memoryMb, maxConcurrency, provisionedConcurrency } = serverless;
    return [
      t('endpoints.model.serverless', {
        memory: String(memoryMb),
        count: maxConcurrency,
      }),
      provisionedConcurrency &&
        t('endpoints.model.provisioned', {
          provisioned: String(provisionedConcurrency),
        }),
    ]
      .filter(Boolean)
      .join(', ');
  }
  return instanceType
    ? t('endpoints.model.instances', {
        number: String(instanceCount ?? '?'),
        type: instanceType,
      })
    : t('endpoints.model.unknownCapacity');
}
