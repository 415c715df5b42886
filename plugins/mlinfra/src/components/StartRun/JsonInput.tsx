import { Text, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { isObject } from '../../data/parseObject';
import { useMessages, type Messages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import type { InputFormProps } from './RunInput';
import styles from './StartRun.module.css';

/** Takes a run's input as JSON. */
export function JsonInput(props: InputFormProps) {
  const { formId, initial, onEdit, onSubmit } = props;
  const t = useMessages();
  const [text, setText] = useState(JSON.stringify(initial, null, 2));
  const [problem, setProblem] = useState<string>();
  return (
    <form
      id={formId}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const { input, problem: found } = parseInput(text, t);
        setProblem(found);
        if (input) {
          onSubmit(input);
        }
      }}
    >
      <div className={styles.hint}>
        <MutedText as="p">{t('runs.start.freeForm')}</MutedText>
      </div>
      <TextAreaField
        label={t('runs.start.json')}
        description={t('runs.start.jsonDescription')}
        className={styles.json}
        rows={12}
        value={text}
        isInvalid={problem !== undefined}
        onChange={value => {
          setText(value);
          setProblem(undefined);
          onEdit();
        }}
      />
      <div role="alert">
        {problem && (
          <Text as="p" variant="body-small" color="danger">
            {problem}
          </Text>
        )}
      </div>
    </form>
  );
}

function parseInput(
  text: string,
  t: Messages,
): { input?: Record<string, unknown>; problem?: string } {
  try {
    const input: unknown = JSON.parse(text.trim() || '{}');
    return isObject(input)
      ? { input }
      : { problem: t('runs.start.jsonNoObject') };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { problem: t('runs.start.jsonInvalid', { problem }) };
  }
}
