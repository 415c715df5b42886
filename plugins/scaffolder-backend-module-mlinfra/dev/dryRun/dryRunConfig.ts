import os from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';

/** Configuration of a backend that runs templates dry, kept in memory only. */
export function dryRunConfig(options: {
  token: string;
  verify: string;
  accounts?: JsonObject[];
}): JsonObject {
  return {
    app: { baseUrl: 'http://localhost:3000' },
    backend: {
      baseUrl: 'http://localhost:7007',
      listen: { host: '127.0.0.1', port: 0 },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      workingDirectory: os.tmpdir(),
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: options.token, subject: 'dry-run' },
          },
        ],
      },
    },
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com', token: 'dry-run' }],
    },
    mlinfra: {
      repositories: { directory: path.join(os.tmpdir(), 'mlinfra-dry-run') },
      terraform: {
        dryRunLevel: options.verify,
        // Whoever asks for a plan on the command line has only their own credentials.
        allowPlan: options.verify === 'plan',
      },
      ...(options.accounts ? { accounts: options.accounts } : {}),
    },
  };
}
