import { Text } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';
import { PlainTable } from '../PlainTable/PlainTable';
import { inputDifference } from './inputDifference';

interface ComparedInputsProps {
  /** JSON texts. */
  a: string | undefined;
  b: string | undefined;
}

/** What was changed between two runs' inputs. */
export function ComparedInputs({ a, b }: ComparedInputsProps) {
  const t = useMessages();
  const differences = inputDifference(a, b);
  if (!differences?.length) {
    return (
      <Text as="p" variant="body-medium">
        {t(
          differences
            ? 'runPage.compare.inputsSame'
            : 'runPage.compare.inputsUnreadable',
        )}
      </Text>
    );
  }
  const absent = t('runPage.compare.absent');
  return (
    <PlainTable
      caption={t('runPage.compare.inputs')}
      columns={[
        { label: t('runPage.compare.field') },
        { label: t('runPage.compare.a') },
        { label: t('runPage.compare.b') },
      ]}
      rows={differences.map(({ field, a: inA, b: inB }) => ({
        key: field,
        cells: [<code>{field}</code>, inA ?? absent, inB ?? absent],
      }))}
    />
  );
}
