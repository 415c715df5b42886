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
  required?: boolean;
  disabled?: boolean;
  invalid?: boolean;
}

/** A line of text in the look of the wizard it stands in. */
export function TextControl(props: TextControlProps) {
  const { id, label, description, placeholder, value, onChange } = props;
  const { required, disabled, invalid } = props;
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
        isRequired={required}
        isDisabled={disabled}
        isInvalid={invalid}
        // A native refusal would keep the form from asking its validators again.
        validationBehavior="aria"
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
      required={required}
      disabled={disabled}
      error={invalid}
      inputProps={{ 'aria-invalid': invalid }}
    />
  );
}
