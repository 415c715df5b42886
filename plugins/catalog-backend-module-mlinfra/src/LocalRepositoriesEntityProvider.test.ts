import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { LocalRepositoriesEntityProvider } from './LocalRepositoriesEntityProvider';

const CATALOG_INFO = 'apiVersion: backstage.io/v1alpha1\n';

describe('LocalRepositoriesEntityProvider', () => {
  const directory = createMockDirectory();

  async function connected() {
    const mutations: EntityProviderMutation[] = [];
    const provider = LocalRepositoriesEntityProvider.fromConfig(
      mockServices.rootConfig({
        data: { mlinfra: { repositories: { directory: directory.path } } },
      }),
      {
        logger: mockServices.logger.mock(),
        scheduler: mockServices.scheduler.mock(),
      },
    );
    await provider?.connect({
      applyMutation: async mutation => {
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
    return { provider: provider!, mutations };
  }

  function targets(mutation: EntityProviderMutation | undefined) {
    return mutation?.type === 'full'
      ? mutation.entities.map(({ entity }) => entity.spec?.target)
      : undefined;
  }

  it('is absent where no directory is configured', () => {
    expect(
      LocalRepositoriesEntityProvider.fromConfig(mockServices.rootConfig(), {
        logger: mockServices.logger.mock(),
        scheduler: mockServices.scheduler.mock(),
      }),
    ).toBeUndefined();
  });

  it('emits a location for each repository and none for half-written ones', async () => {
    directory.setContent({
      team: {
        speech: { 'catalog-info.yaml': CATALOG_INFO },
        '.speech-partial': { 'catalog-info.yaml': CATALOG_INFO },
        notes: { 'README.md': '' },
      },
      'stray-file': '',
    });
    const { provider, mutations } = await connected();

    await provider.refresh();

    expect(targets(mutations[0])).toEqual([
      directory.resolve('team/speech/catalog-info.yaml'),
    ]);
  });

  it('tells the catalog only about changes, removals among them', async () => {
    directory.setContent({
      team: { speech: { 'catalog-info.yaml': CATALOG_INFO } },
    });
    const { provider, mutations } = await connected();

    await provider.refresh();
    await provider.refresh();
    expect(mutations).toHaveLength(1);

    directory.setContent({ team: {} });
    await provider.refresh();
    expect(targets(mutations[1])).toEqual([]);
  });

  it('tries again when the catalog refused a change', async () => {
    directory.setContent({
      team: { speech: { 'catalog-info.yaml': CATALOG_INFO } },
    });
    const provider = LocalRepositoriesEntityProvider.fromConfig(
      mockServices.rootConfig({
        data: { mlinfra: { repositories: { directory: directory.path } } },
      }),
      {
        logger: mockServices.logger.mock(),
        scheduler: mockServices.scheduler.mock(),
      },
    )!;
    const applyMutation = jest
      .fn()
      .mockRejectedValueOnce(new Error('database is locked'))
      .mockResolvedValue(undefined);
    await provider.connect({ applyMutation, refresh: async () => {} });

    await expect(provider.refresh()).rejects.toThrow('database is locked');
    await provider.refresh();

    expect(applyMutation).toHaveBeenCalledTimes(2);
  });

  it('starts empty when the directory does not exist yet', async () => {
    directory.clear();
    const { provider, mutations } = await connected();
    await provider.refresh();
    expect(targets(mutations[0])).toEqual([]);
  });
});
