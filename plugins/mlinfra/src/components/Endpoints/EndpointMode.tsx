import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { knownAuth } from './knownAuth';
import { knownKind } from './knownKind';

interface EndpointModeProps {
  endpoint: Pick<Endpoint, 'kind' | 'auth'>;
}

/** What kind of endpoint it is, and how a caller proves who it is. */
export function EndpointMode({ endpoint }: EndpointModeProps) {
  const t = useMessages();
  const kind = knownKind(endpoint.kind);
  const auth = t(`endpoints.auth.${knownAuth(endpoint.auth)}`);
  return (
    <>
      <MutedText>
        {kind ? t(`endpoints.kind.${kind}`) : endpoint.kind}
      </MutedText>
      <MutedText>{`${t('endpoints.field.auth')}: ${auth}`}</MutedText>
    </>
  );
}
