import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonSchema } from '@mlinfra/plugin-mlinfra-common';
import { ErrorSchemaBuilder } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { useMemo, useState } from 'react';
import { refusedFields } from './refusal';
import type { InputFormProps } from './RunInput';
import { SectionTemplate } from './SectionTemplate';
import styles from './StartRun.module.css';

interface SchemaFormProps extends InputFormProps {
  schema: JsonSchema;
}

const TEMPLATES = { ObjectFieldTemplate: SectionTemplate };
/** The dialog's own title and text say what the schema's would. */
const UI_SCHEMA = { 'ui:title': '', 'ui:description': '' };

/** Takes a run's input by the schema of its pipeline, and says at each field what is wrong. */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, formId, initial, error, onEdit, onSubmit } = props;
  const [input, setInput] = useState(initial);
  const extraErrors = useMemo(() => {
    const errors = new ErrorSchemaBuilder();
    for (const { path, message } of refusedFields(error, schema)) {
      errors.addErrors(message, path);
    }
    return errors.ErrorSchema;
  }, [error, schema]);
  return (
    <div className={styles.form}>
      <Form
        EXPERIMENTAL_theme="bui"
        id={formId}
        schema={schema}
        uiSchema={UI_SCHEMA}
        templates={TEMPLATES}
        validator={validator}
        formData={input}
        extraErrors={extraErrors}
        showErrorList={false}
        focusOnFirstError
        noHtml5Validate
        onChange={({ formData }) => {
          setInput(formData);
          onEdit();
        }}
        onSubmit={({ formData }) => onSubmit(formData)}
      >
        {/* Keeps the form from bringing a button of its own. */}
        <></>
      </Form>
    </div>
  );
}
