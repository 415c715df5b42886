import { CopyButton } from '../CopyButton/CopyButton';
import styles from './CodeBlock.module.css';

interface CodeBlockProps {
  code: string;
  /** Names the code for the copy button. */
  what: string;
}

/** Text to copy into a shell or a file. */
export function CodeBlock({ code, what }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      <pre className={styles.code} role="region" aria-label={what}>
        <code>{code}</code>
      </pre>
      <div className={styles.copy}>
        <CopyButton text={code} what={what} />
      </div>
    </div>
  );
}
