import { Skeleton } from '@backstage/ui';
import { useAccounts } from '../../data/useAccounts';
import { useMessages } from '../../translation/useMessages';
import { allowedAccounts } from './allowedAccounts';
import { ChosenPlace } from './ChosenPlace';
import { EnteredPlace } from './EnteredPlace';
import styles from './Environment.module.css';
import type { environmentSchema } from './schema';

/**
 * Where an environment is built: a choice of the connected accounts and their
 * regions, or, where there are none to offer, two lines to type into.
 */
export function EnvironmentField(props: typeof environmentSchema.TProps) {
  const { formData, idSchema, onChange, rawErrors, required } = props;
  const { disabled, schema, uiSchema } = props;
  const t = useMessages();
  const titleId = `${idSchema.$id}_title`;
  const descriptionId = `${idSchema.$id}_description`;
  const environment = uiSchema['ui:options']?.environment;
  const { data, error } = useAccounts();

  const shared = {
    id: idSchema.$id,
    value: formData,
    onChange,
    required,
    disabled,
    invalid: rawErrors.length > 0,
  };
  const accounts = allowedAccounts(data?.items ?? [], environment);
  const { description } = schema;

  let controls = <EnteredPlace {...shared} />;
  if (!data && !error) {
    controls = (
      <div role="status" aria-label={t('fields.environment.loading')}>
        <Skeleton height={48} />
      </div>
    );
  } else if (accounts.length > 0) {
    controls = <ChosenPlace {...shared} accounts={accounts} />;
  }

  return (
    <div
      role="group"
      className={styles.group}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
    >
      <p id={titleId} className={styles.title}>
        {schema.title ?? environment}
      </p>
      {description && (
        <p id={descriptionId} className={styles.description}>
          {description}
        </p>
      )}
      {data && data.items.length > 0 && accounts.length === 0 && (
        <p className={styles.description}>
          {t('fields.environment.noneAllowed', {
            environment: environment ?? '',
          })}
        </p>
      )}
      {controls}
    </div>
  );
}
