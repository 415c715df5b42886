import { useMessages } from '../../translation/useMessages';
import { TextControl } from '../controls/TextControl';
import type { PlaceProps } from './ChosenPlace';
import styles from './Environment.module.css';

/** Account and region as text, where there is nothing to choose from. */
export function EnteredPlace(props: PlaceProps) {
  const { id, value, onChange, ...state } = props;
  const { accountId = '', region = '' } = value ?? {};
  const t = useMessages();
  return (
    <div className={styles.controls}>
      <TextControl
        {...state}
        id={`${id}_accountId`}
        label={t('fields.environment.account')}
        description={t('fields.environment.accountIdDescription')}
        placeholder="123456789012"
        value={accountId}
        onChange={text => onChange({ accountId: text.trim(), region })}
      />
      <TextControl
        {...state}
        id={`${id}_region`}
        label={t('fields.environment.region')}
        description={t('fields.environment.regionDescription')}
        placeholder="eu-central-1"
        value={region}
        onChange={text => onChange({ accountId, region: text.trim() })}
      />
    </div>
  );
}
