import type { Endpoint, EndpointRequest } from '@mlinfra/plugin-mlinfra-common';
import { requestExample } from '../../data/requestExample';
import { useMessages, type Messages } from '../../translation/useMessages';
import { CodeBlock } from '../CodeBlock/CodeBlock';
import { knownAuth } from '../Endpoints/knownAuth';
import { MutedText } from '../MutedText/MutedText';
import { Section } from '../StepDrawer/Section';

/** Names of stacks are parts of a path; what else a tag may hold is not put into a command. */
const STACK_NAME = /^[a-z0-9-]+$/;

interface RequestToCopyProps {
  endpoint: Endpoint;
  request: EndpointRequest;
}

/** A request as a command, and where its secret comes from. */
export function RequestToCopy({ endpoint, request }: RequestToCopyProps) {
  const t = useMessages();
  const note = noteOf(request, endpoint, t);
  return (
    <Section title={t('endpoints.request.title')}>
      <CodeBlock
        code={requestExample(request, endpoint)}
        what={t('endpointPage.request.what', { id: request.id })}
      />
      {note && <MutedText as="p">{note}</MutedText>}
    </Section>
  );
}

function noteOf(
  { auth, signingService }: EndpointRequest,
  { stack }: Endpoint,
  t: Messages,
): string | undefined {
  switch (knownAuth(auth)) {
    case 'api-key':
      return stack && STACK_NAME.test(stack)
        ? t('endpointPage.request.apiKey', {
            root: `terraform/stacks/${stack}`,
          })
        : t('endpointPage.request.apiKeyAnyStack');
    case 'iam':
      return signingService === 'sagemaker'
        ? t('endpointPage.request.sagemaker')
        : t('endpointPage.request.iam');
    case 'jwt':
      return t('endpointPage.request.jwt');
    case 'unknown':
      return t('endpointPage.request.unknown');
    default:
      return undefined;
  }
}
