import { useEffect, useRef } from 'react';
import { useMessages } from '../../translation/useMessages';
import { TextControl } from '../controls/TextControl';
import { SERVICE_NAME_PATTERN } from './namePattern';
import type { serviceNameSchema } from './schema';
import { useSuggestedName } from './useSuggestedName';

/** The name of what is created; a template's own title and description win. */
export function ServiceNameField(props: typeof serviceNameSchema.TProps) {
  const { formData, idSchema, onChange, rawErrors, required } = props;
  const { disabled, schema, uiSchema, placeholder } = props;
  const t = useMessages();
  const value = formData ?? '';

  // Whoever touches the field, also to empty it, is not to be corrected.
  const mayFill = useRef(value === '' && !disabled);
  const suggested = useSuggestedName(
    mayFill.current ? uiSchema['ui:options']?.suggestion : undefined,
  );
  const typed = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Another field that fills itself in at the same moment may undo what was
    // typed or suggested; the form then gives a new onChange, and this runs again.
    if (typed.current !== undefined && typed.current !== value) {
      onChange(typed.current || undefined);
    } else if (suggested && mayFill.current && value === '') {
      onChange(suggested);
    }
  }, [suggested, value, onChange]);

  return (
    <TextControl
      id={idSchema.$id}
      label={schema.title ?? t('fields.name.title')}
      description={schema.description ?? t('fields.name.description')}
      placeholder={placeholder}
      value={value}
      onChange={text => {
        mayFill.current = false;
        typed.current = text;
        // An absent value is what "required" is about; an empty text is not.
        onChange(text === '' ? undefined : text);
      }}
      required={required}
      disabled={disabled}
      invalid={
        rawErrors.length > 0 ||
        (value !== '' && !SERVICE_NAME_PATTERN.test(value))
      }
    />
  );
}
