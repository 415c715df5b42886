import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as an endpoint has got it. */
export interface GotRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server in the place of the emulator: it gets what is sent to endpoints of emulated accounts. */
export class EndpointStandIn {
  readonly requests: GotRequest[] = [];
  answer: (response: ServerResponse) => void = response => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('{"risk":0.1}');
  };

  private readonly server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) {
      chunks.push(chunk);
    }
    this.requests.push({
      method: message.method ?? '',
      path: message.url ?? '',
      headers: message.headers,
      body: Buffer.concat(chunks).toString(),
    });
    this.answer(response);
  });

  async start(): Promise<void> {
    await new Promise<void>(done => this.server.listen(0, '127.0.0.1', done));
    const { port } = this.server.address() as AddressInfo;
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    delete process.env.AWS_ENDPOINT_URL;
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }
}
