import type { TryEndpointResponse } from '@mlinfra/plugin-mlinfra-common';
import type { ReceivedAnswer } from './sendRequest';

const LONGEST_HEADER = 1_000;

/** What tells something about the answer; cookies and what identifies the caller stay behind. */
const SHOWN_HEADERS = [
  'content-type',
  'content-length',
  'content-encoding',
  'date',
  'location',
  'retry-after',
  'www-authenticate',
  'x-amzn-requestid',
  'x-amzn-errortype',
  'x-amzn-trace-id',
  'x-amz-apigw-id',
  'apigw-requestid',
];

/** An answer in the form in which a page shows it. */
export function shownAnswer(
  answer: ReceivedAnswer,
  durationMs: number,
): TryEndpointResponse {
  const text = decoded(answer);
  return {
    status: answer.status,
    headers: Object.fromEntries(
      SHOWN_HEADERS.flatMap(name => {
        const value = answer.headers[name];
        return typeof value === 'string' && value !== ''
          ? [[name, value.slice(0, LONGEST_HEADER)]]
          : [];
      }),
    ),
    body: text ?? '',
    truncated: answer.truncated,
    binary: text === undefined,
    durationMs: Math.round(durationMs),
  };
}

/** Undefined where the bytes are no text. */
function decoded({ body, truncated }: ReceivedAnswer): string | undefined {
  try {
    // The last character of a truncated text may be a part of one.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body, {
      stream: truncated,
    });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
