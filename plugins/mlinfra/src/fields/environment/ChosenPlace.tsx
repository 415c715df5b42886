import type { Account } from '@mlinfra/plugin-mlinfra-common';
import { useEffect } from 'react';
import { useMessages } from '../../translation/useMessages';
import { ChoiceControl } from '../controls/ChoiceControl';
import styles from './Environment.module.css';
import type { EnvironmentPlace } from './schema';

/** What both ways of giving a place share. */
export interface PlaceProps {
  id: string;
  value: Partial<EnvironmentPlace> | undefined;
  onChange: (place: EnvironmentPlace) => void;
  required?: boolean;
  disabled?: boolean;
  invalid?: boolean;
}

interface ChosenPlaceProps extends PlaceProps {
  /** At least one, each with at least one region. */
  accounts: Account[];
}

/** A choice of account and region; the first of each is chosen to begin with. */
export function ChosenPlace(props: ChosenPlaceProps) {
  const { id, value, onChange, accounts, ...state } = props;
  const t = useMessages();
  const account = accounts.find(
    ({ accountId }) => accountId === value?.accountId,
  );
  const [first] = accounts;

  useEffect(() => {
    // What the form starts with may be nothing, or the template's default for
    // other accounts than those connected here.
    if (!account) {
      onChange({ accountId: first.accountId, region: first.regions[0] });
    } else if (!value?.region) {
      onChange({ accountId: account.accountId, region: account.regions[0] });
    }
  }, [account, first, value?.region, onChange]);

  const choose = (accountId: string) => {
    const chosen = accounts.find(
      candidate => candidate.accountId === accountId,
    );
    const region = value?.region;
    if (chosen) {
      onChange({
        accountId,
        region:
          region && chosen.regions.includes(region)
            ? region
            : chosen.regions[0],
      });
    }
  };

  return (
    <div className={styles.controls}>
      <ChoiceControl
        {...state}
        id={`${id}_accountId`}
        label={t('fields.environment.account')}
        description={t('fields.environment.accountDescription')}
        options={accounts.map(({ accountId, name }) => ({
          value: accountId,
          label: `${name} (${accountId})`,
        }))}
        value={value?.accountId ?? ''}
        onChange={choose}
      />
      <ChoiceControl
        {...state}
        id={`${id}_region`}
        label={t('fields.environment.region')}
        options={(account ?? first).regions.map(region => ({
          value: region,
          label: region,
        }))}
        value={value?.region ?? ''}
        onChange={region =>
          onChange({ accountId: value?.accountId ?? first.accountId, region })
        }
      />
    </div>
  );
}
