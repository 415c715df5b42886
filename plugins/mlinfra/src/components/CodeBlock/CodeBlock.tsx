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
      {/* Long lines scroll; a keyboard can only scroll what it can focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0} role="region" aria-label={what}>
        <code>{code}</code>
      </pre>
      <CopyButton text={code} what={what} />
    </div>
  );
}
