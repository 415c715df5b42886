import {
  Button,
  Flex,
  PasswordField,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  EndpointRequest,
  TryEndpointRequest,
} from '@mlinfra/plugin-mlinfra-common';
import { useId, useState } from 'react';
import { byteSizeOf, formatByteSize } from '../../format/byteSize';
import { useMessages } from '../../translation/useMessages';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { jsonProblem } from './jsonProblem';
import styles from './TryIt.module.css';

/** Methods whose requests carry no body. */
const WITHOUT_BODY = ['GET', 'HEAD', 'OPTIONS'];

interface TryItFormProps {
  request: EndpointRequest;
  maxBodyBytes: number;
  pending: boolean;
  /** Whether it was sent already. */
  again: boolean;
  onSend: (request: TryEndpointRequest) => void;
}

/** Takes a request's body, and its token where it takes one. Neither outlives the page. */
export function TryItForm(props: TryItFormProps) {
  const { request, maxBodyBytes, pending, again, onSend } = props;
  const { id, method, contentType, body: example = '', auth } = request;
  const t = useMessages();
  const limitId = useId();
  const [body, setBody] = useState(example);
  const [token, setToken] = useState('');
  const takesBody = example !== '' || !WITHOUT_BODY.includes(method);
  const size = byteSizeOf(body);
  const sizes = {
    size: formatByteSize(size),
    limit: formatByteSize(maxBodyBytes),
  };
  const tooLarge = size > maxBodyBytes;
  const problem = jsonProblem(body, contentType);

  return (
    <form
      autoComplete="off"
      onSubmit={event => {
        event.preventDefault();
        if (!tooLarge && !pending) {
          onSend({
            request: id,
            ...(body && takesBody && { body, contentType }),
            ...(auth === 'jwt' && token && { bearerToken: token }),
          });
        }
      }}
    >
      <Flex direction="column" gap="3">
        {takesBody && (
          <Flex direction="column" gap="1">
            <TextAreaField
              label={t('endpointPage.tryIt.body')}
              description={
                contentType &&
                t('endpointPage.tryIt.bodyType', { type: contentType })
              }
              className={styles.body}
              rows={8}
              spellCheck="false"
              value={body}
              isInvalid={tooLarge}
              aria-describedby={limitId}
              onChange={setBody}
            />
            <ItemLine>
              <span id={limitId}>
                <MutedText>{t('endpointPage.tryIt.size', sizes)}</MutedText>
              </span>
              {body !== example && example && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => setBody(example)}
                >
                  {t('endpointPage.tryIt.restore')}
                </Button>
              )}
            </ItemLine>
            <div role="alert">
              {tooLarge && (
                <Text as="p" variant="body-small" color="danger">
                  {t('endpointPage.tryIt.tooLarge', sizes)}
                </Text>
              )}
            </div>
            {problem && (
              <MutedText as="p">
                {t('endpointPage.tryIt.notJson', { problem })}
              </MutedText>
            )}
          </Flex>
        )}
        {auth === 'jwt' && (
          <PasswordField
            label={t('endpointPage.tryIt.token')}
            description={t('endpointPage.tryIt.tokenDescription')}
            autoComplete="off"
            isRequired
            spellCheck="false"
            value={token}
            onChange={setToken}
          />
        )}
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={pending}
            isDisabled={tooLarge}
          >
            {t(
              again
                ? 'endpointPage.tryIt.sendAgain'
                : 'endpointPage.tryIt.send',
            )}
          </Button>
        </div>
      </Flex>
    </form>
  );
}
