import { Text, VisuallyHidden } from '@backstage/ui';
import type {
  Endpoint,
  EndpointRequest,
  TryEndpointRequest,
  TryItState,
} from '@mlinfra/plugin-mlinfra-common';
import { useState } from 'react';
import { isProduction } from '../../data/isProduction';
import { runPlace } from '../../data/runPlace';
import { useMessages } from '../../translation/useMessages';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';
import { MutedText } from '../MutedText/MutedText';
import { Section } from '../StepDrawer/Section';
import { TryItAnswer } from './TryItAnswer';
import { TryItForm } from './TryItForm';
import { TryItOff } from './TryItOff';
import { TryItProblem } from './TryItProblem';
import { useTryIt } from './useTryIt';

/** What the portal adds to a request. */
const DESCRIPTIONS = {
  iam: 'endpointPage.tryIt.descriptionSigned',
  'api-key': 'endpointPage.tryIt.descriptionKey',
  jwt: 'endpointPage.tryIt.description',
  none: 'endpointPage.tryIt.description',
  unknown: 'endpointPage.tryIt.description',
} as const;

interface TryItProps {
  endpoint: Endpoint;
  request: EndpointRequest;
  tryIt: TryItState;
}

/** Sends a request to an endpoint through the portal, and shows what comes back. */
export function TryIt({ endpoint, request, tryIt }: TryItProps) {
  const { environment, key, name } = endpoint;
  const t = useMessages();
  const { send, pending, answer, error } = useTryIt(key);
  const [asking, ask] = useState<TryEndpointRequest>();

  if (!tryIt.allowed) {
    return (
      <Section title={t('endpointPage.tryIt.title')}>
        <TryItOff off={tryIt} />
      </Section>
    );
  }
  const place = runPlace(endpoint, t);
  return (
    <Section title={t('endpointPage.tryIt.title')}>
      <MutedText as="p">
        {t(DESCRIPTIONS[request.auth] ?? 'endpointPage.tryIt.description')}
      </MutedText>
      <TryItForm
        request={request}
        maxBodyBytes={tryIt.maxBodyBytes}
        pending={pending}
        again={answer !== undefined}
        onSend={isProduction(environment) ? ask : send}
      />
      {/* The live region must exist before its content for it to be read out. */}
      <div role="status">
        {pending && (
          <Text as="p" variant="body-small">
            {t('endpointPage.tryIt.sending')}
          </Text>
        )}
        {answer && (
          <VisuallyHidden>
            {t('endpointPage.tryIt.answer.announced', {
              status: String(answer.status),
            })}
          </VisuallyHidden>
        )}
      </div>
      {error && <TryItProblem error={error} />}
      {answer && <TryItAnswer request={request} answer={answer} />}
      {asking && (
        <ConfirmDialog
          title={t('endpointPage.tryIt.confirm.title', place)}
          confirmLabel={t('endpointPage.tryIt.confirm.button', place)}
          failedTitle={t('endpointPage.tryIt.error.other')}
          pending={false}
          onConfirm={() => {
            ask(undefined);
            send(asking);
          }}
          onClose={() => ask(undefined)}
        >
          <Text as="p" variant="body-medium">
            {t('endpointPage.tryIt.confirm.description', {
              ...place,
              name,
              request: request.id,
            })}
          </Text>
        </ConfirmDialog>
      )}
    </Section>
  );
}
