import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { awaitEntity } from './awaitEntity';

const entityRef = 'component:default/bird-calls';
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'bird-calls' },
};

function awaiting(
  catalog: ReturnType<typeof catalogServiceMock.mock>,
  options: { withinMs: number; signal?: AbortSignal },
) {
  return awaitEntity({
    catalog,
    credentials: mockCredentials.user(),
    entityRef,
    ...options,
  });
}

describe('awaitEntity', () => {
  it('ends as soon as the catalog holds the entity', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(entity);

    await expect(awaiting(catalog, { withinMs: 10_000 })).resolves.toBe(true);

    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(2);
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(entityRef, {
      credentials: mockCredentials.user(),
    });
  });

  it('gives up when its time is over', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue(undefined);

    await expect(awaiting(catalog, { withinMs: 0 })).resolves.toBe(false);

    expect(catalog.getEntityByRef).toHaveBeenCalledTimes(1);
  });

  it('ends at once when the task is cancelled', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue(undefined);
    const controller = new AbortController();
    controller.abort();

    await expect(
      awaiting(catalog, { withinMs: 60_000, signal: controller.signal }),
    ).rejects.toThrow(/abort/i);
  });
});
