import { useScaffolderTheme } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import TextField from '@material-ui/core/TextField';

interface ChoiceControlProps {
  id: string;
  label: string;
  description?: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  disabled?: boolean;
  invalid?: boolean;
}

/** A choice in the look of the wizard it stands in. */
export function ChoiceControl(props: ChoiceControlProps) {
  const { id, label, description, options, value, onChange } = props;
  const { required, disabled, invalid } = props;
  const theme = useScaffolderTheme();

  if (theme === 'bui') {
    return (
      <Select
        id={id}
        label={label}
        description={description}
        options={options}
        value={value || null}
        onChange={key => onChange(String(key))}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={invalid}
        // A native refusal would keep the form from asking its validators again.
        validationBehavior="aria"
      />
    );
  }
  return (
    <TextField
      id={id}
      select
      fullWidth
      margin="normal"
      label={label}
      helperText={description}
      value={value}
      onChange={event => onChange(event.target.value)}
      required={required}
      disabled={disabled}
      error={invalid}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      {!options.some(option => option.value === value) && (
        <option value={value}>{value}</option>
      )}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
