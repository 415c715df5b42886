import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { CopyButton } from '../CopyButton/CopyButton';
import styles from './Endpoints.module.css';

interface EndpointUrlProps {
  endpoint: Pick<Endpoint, 'name' | 'method'> & { url: string };
}

/** Where requests go, to read and to copy. */
export function EndpointUrl({ endpoint }: EndpointUrlProps) {
  const { name, method, url } = endpoint;
  const t = useMessages();
  return (
    <div className={styles.url}>
      <code>{method ? `${method} ${url}` : url}</code>
      <CopyButton text={url} what={t('endpoints.field.url', { name })} />
    </div>
  );
}
