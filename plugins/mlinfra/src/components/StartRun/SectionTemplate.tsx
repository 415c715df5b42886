import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import { MutedText } from '../MutedText/MutedText';
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
      {description && <MutedText as="p">{description}</MutedText>}
      {fields}
    </fieldset>
  );
}
