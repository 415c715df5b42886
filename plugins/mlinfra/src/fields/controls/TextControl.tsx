import { useScaffolderTheme } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField as BuiTextField } from '@backstage/ui';
import MuiTextField from '@material-ui/core/TextField';

interface TextControlProps {
  id: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  required?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  autoFocus?: boolean;
}

/** A line of text in the look of the wizard it stands in. */
export function TextControl(props: TextControlProps) {
  const { id, label, description, placeholder, value, onChange } = props;
  const { onBlur, required, disabled, invalid, autoFocus } = props;
  const theme = useScaffolderTheme();

  if (theme === 'bui') {
    return (
      <BuiTextField
        id={id}
        label={label}
        description={description}
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={invalid}
        // A native refusal would keep the form from asking its validators again.
        validationBehavior="aria"
        // The template's author asks for it by ui:autofocus.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
      />
    );
  }
  return (
    <MuiTextField
      id={id}
      fullWidth
      margin="normal"
      label={label}
      helperText={description}
      placeholder={placeholder}
      value={value}
      onChange={event => onChange(event.target.value)}
      onBlur={onBlur}
      required={required}
      disabled={disabled}
      error={invalid}
      inputProps={{ autoFocus, 'aria-invalid': invalid }}
    />
  );
}
