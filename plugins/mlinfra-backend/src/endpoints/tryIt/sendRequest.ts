import { request as sendHttp, type IncomingMessage } from 'node:http';
import { request as sendHttps } from 'node:https';

/** An answer, of whose body there may be more. */
export interface ReceivedAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Uint8Array;
  truncated: boolean;
}

/**
 * Sends one request and reads the beginning of its answer. A redirect is an
 * answer like any other; nothing is followed.
 *
 * @throws the signal's reason, or Node's own error when nothing answers.
 */
export function sendRequest(
  {
    url,
    ...options
  }: {
    /** Where the connection goes to; the `host` of the headers may differ. */
    url: URL;
    method: string;
    headers: Record<string, string>;
    body?: string;
  },
  { signal, mostBytes }: { signal: AbortSignal; mostBytes: number },
): Promise<ReceivedAnswer> {
  const send = url.protocol === 'https:' ? sendHttps : sendHttp;
  return new Promise((resolve, reject) => {
    const failed = (error: Error) =>
      reject(signal.aborted ? signal.reason : error);
    const sent = send(
      url,
      {
        method: options.method,
        headers: options.headers,
        signal,
        // A connection of its own, which ends with the answer.
        agent: false,
      },
      answer => {
        readBeginning(answer, mostBytes).then(
          beginning =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              ...beginning,
            }),
          failed,
        );
      },
    );
    sent.on('error', failed);
    sent.end(options.body);
  });
}

async function readBeginning(
  answer: IncomingMessage,
  mostBytes: number,
): Promise<Pick<ReceivedAnswer, 'body' | 'truncated'>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) {
      // Leaving the loop ends the connection.
      break;
    }
  }
  const body = Buffer.concat(chunks);
  return {
    body: body.subarray(0, mostBytes),
    truncated: body.length > mostBytes,
  };
}
