// @ts-check
import { createServer } from 'node:net';

/**
 * Whether nobody listens on a port of this machine.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1' }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * The wished port if it is free, otherwise any that is.
 *
 * @param {number} wished
 * @returns {Promise<number>}
 */
export async function freePort(wished) {
  return (await isFree(wished)) ? wished : anyPort();
}

/** @returns {Promise<number>} */
export function anyPort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
