import { CodeBlock } from '../CodeBlock/CodeBlock';
import styles from './JsonText.module.css';
import { prettyJson } from './prettyJson';

interface JsonTextProps {
  text: string;
  /** Names it for the copy button. */
  what: string;
}

/** A JSON text to read and to copy; as it came where it is no JSON. */
export function JsonText({ text, what }: JsonTextProps) {
  return (
    <div className={styles.json}>
      <CodeBlock code={prettyJson(text)} what={what} />
    </div>
  );
}
