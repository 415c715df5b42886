import { useMessages } from '../../translation/useMessages';
import { TextControl } from '../controls/TextControl';
import { SERVICE_NAME_PATTERN } from './namePattern';
import type { serviceNameSchema } from './schema';

/** The name of what is created; a template's own title and description win. */
export function ServiceNameField(props: typeof serviceNameSchema.TProps) {
  const { formData, idSchema, onChange, rawErrors, required } = props;
  const { disabled, schema, placeholder } = props;
  const t = useMessages();
  const value = formData ?? '';
  return (
    <TextControl
      id={idSchema.$id}
      label={schema.title ?? t('fields.name.title')}
      description={schema.description ?? t('fields.name.description')}
      placeholder={placeholder}
      value={value}
      // An absent value is what "required" is about; an empty text is not.
      onChange={text => onChange(text === '' ? undefined : text)}
      required={required}
      disabled={disabled}
      invalid={
        rawErrors.length > 0 ||
        (value !== '' && !SERVICE_NAME_PATTERN.test(value))
      }
    />
  );
}
