import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { startPortal } from '../__testUtils__/startPortal';

const ACCOUNTS = '/api/mlinfra/v1/accounts';

describe('GET /v1/accounts', () => {
  it('shows accounts, their collections and refused claims', async () => {
    const { server, stores } = await startPortal();
    await stores.knex.transaction(transaction =>
      stores.collections.replace(
        transaction,
        {
          collector: 'inventory',
          accountId: '111111111111',
          region: 'eu-central-1',
        },
        {
          rows: [],
          rejected: [
            {
              resourceArn: 'arn:aws:x',
              claimedEntityRef: 'component:default/x',
              reason: 'No.',
            },
          ],
          details: [],
          incomplete: false,
        },
        '2026-01-01T00:00:00.000Z',
      ),
    );
    const { body } = await request(server).get(ACCOUNTS);
    expect(body).toMatchObject({
      aws: { connected: true, emulated: false },
      items: [
        {
          accountId: '111111111111',
          name: 'development',
          regions: ['eu-central-1'],
          environments: [],
          emulated: false,
          collections: [
            { collector: 'budgets' },
            { collector: 'inventory' },
            { collector: 'runs' },
          ],
          rejectedClaims: [
            {
              resourceArn: 'arn:aws:x',
              claimedEntityRef: 'component:default/x',
              reason: 'No.',
              collectedAt: '2026-01-01T00:00:00.000Z',
            },
          ],
        },
      ],
    });
    expect(body.items[0].rejectedClaims[0]).not.toHaveProperty('accountId');
  });

  it('is 403 without mlinfra.account.read', async () => {
    const { server } = await startPortal({
      policy: permission =>
        permission.name === 'mlinfra.account.read'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    const { status, body } = await request(server).get(ACCOUNTS);
    expect(status).toBe(403);
    expect(body.error.message).toContain('mlinfra.account.read');
  });
});
