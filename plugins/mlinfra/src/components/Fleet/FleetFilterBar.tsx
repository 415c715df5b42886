import { Button, Select } from '@backstage/ui';
import type { Account } from '@mlinfra/plugin-mlinfra-common';
import { compareEnvironments } from '../../data/environmentOrder';
import type { FleetFilters } from '../../data/useFleetFilters';
import { useMessages } from '../../translation/useMessages';
import styles from './Fleet.module.css';

const ALL = 'all';
/** The environments that the templates write; others come from accounts and rows. */
const USUAL_ENVIRONMENTS = ['dev', 'prod'];

/** What a filter must know of a row. */
export interface FleetRow {
  environment?: string;
  accountId: string;
  accountName?: string;
}

interface FleetFilterBarProps {
  filters: FleetFilters;
  setFilter: (name: keyof FleetFilters, value: string | undefined) => void;
  clear: () => void;
  statuses: { value: string; label: string }[];
  /** Empty for those who may not see the accounts. */
  accounts: Account[];
  rows: FleetRow[];
}

/** Narrows a fleet list by environment, account and status. */
export function FleetFilterBar(props: FleetFilterBarProps) {
  const { filters, setFilter, clear, statuses, accounts, rows } = props;
  const t = useMessages();
  const all = { value: ALL, label: t('fleet.filter.all') };
  const environments = inOrder([
    ...USUAL_ENVIRONMENTS,
    ...accounts.flatMap(account => account.environments),
    ...rows.flatMap(row => row.environment ?? []),
    ...(filters.environment ? [filters.environment] : []),
  ]);
  const accountNames = new Map([
    ...(filters.accountId ? [[filters.accountId, undefined] as const] : []),
    ...rows.map(row => [row.accountId, row.accountName] as const),
    ...accounts.map(({ accountId, name }) => [accountId, name] as const),
  ]);

  const select = (
    name: keyof FleetFilters,
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      label={label}
      className={styles.filter}
      options={[all, ...options]}
      value={filters[name] ?? ALL}
      onChange={value =>
        setFilter(name, value === ALL ? undefined : String(value))
      }
    />
  );

  return (
    <div
      className={styles.filters}
      role="search"
      aria-label={t('fleet.filter.label')}
    >
      {select(
        'environment',
        t('fleet.filter.environment'),
        environments.map(value => ({ value, label: value })),
      )}
      {select(
        'accountId',
        t('fleet.filter.account'),
        [...accountNames].map(([value, name]) => ({
          value,
          label: name ? `${name} (${value})` : value,
        })),
      )}
      {select('status', t('fleet.filter.status'), statuses)}
      {Object.values(filters).some(Boolean) && (
        <Button size="small" variant="tertiary" onPress={clear}>
          {t('fleet.filter.clear')}
        </Button>
      )}
    </div>
  );
}

function inOrder(values: string[]): string[] {
  return [...new Set(values)].sort(compareEnvironments);
}
