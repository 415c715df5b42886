import { Button, Select } from '@backstage/ui';
import type { Filters } from '../../data/useFilters';
import { useMessages } from '../../translation/useMessages';
import styles from './FilterBar.module.css';

const ALL = 'all';

/** One filter and what it offers. */
export interface FilterChoice<Name extends string> {
  name: Name;
  label: string;
  options: { value: string; label: string }[];
}

interface FilterBarProps<Name extends string> extends Filters<Name> {
  choices: FilterChoice<Name>[];
}

/** Narrows a list by choosing from what it knows. */
export function FilterBar<Name extends string>(props: FilterBarProps<Name>) {
  const { filters, setFilter, clear, choices } = props;
  const t = useMessages();
  const all = { value: ALL, label: t('fleet.filter.all') };
  return (
    <div
      className={styles.filters}
      role="search"
      aria-label={t('fleet.filter.label')}
    >
      {choices.map(({ name, label, options }) => (
        <Select
          key={name}
          label={label}
          className={styles.filter}
          options={[all, ...options]}
          value={filters[name] ?? ALL}
          onChange={value =>
            setFilter(name, value === ALL ? undefined : String(value))
          }
        />
      ))}
      {choices.some(({ name }) => filters[name]) && (
        <Button size="small" variant="tertiary" onPress={clear}>
          {t('fleet.filter.clear')}
        </Button>
      )}
    </div>
  );
}
