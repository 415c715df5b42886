import { Text } from '@backstage/ui';
import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import styles from './StartRun.module.css';

/** The fields of one object under its title; those of the whole input without. */
export function SectionTemplate(props: ObjectFieldTemplateProps) {
  const { idSchema, title, description, properties } = props;
  const fields = properties.map(({ content }) => content);
  if (idSchema.$id === 'root') {
    return <>{fields}</>;
  }
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{title}</legend>
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      {fields}
    </fieldset>
  );
}
