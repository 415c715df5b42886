import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { JsonInput } from './JsonInput';
import { SchemaForm } from './SchemaForm';

/** What the form for a run's input gets, whatever it looks like. */
export interface InputFormProps {
  /** A button outside submits it by this id. */
  formId: string;
  initial: Record<string, unknown>;
  /** Why the backend did not take it. */
  error: Error | undefined;
  /** Called when what was refused is being changed. */
  onEdit: () => void;
  onSubmit: (input: Record<string, unknown>) => void;
}

interface RunInputProps extends InputFormProps {
  pipeline: Pipeline;
}

/** A form by the pipeline's schema; where it has none, its JSON. */
export function RunInput({ pipeline, ...form }: RunInputProps) {
  const schema = pipeline.contract?.inputSchema;
  return schema ? (
    <SchemaForm schema={schema} {...form} />
  ) : (
    <JsonInput {...form} />
  );
}
