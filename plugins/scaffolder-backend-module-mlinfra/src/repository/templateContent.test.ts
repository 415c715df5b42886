import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { openTemplateContent } from './templateContent';

describe('openTemplateContent', () => {
  const folder = createMockDirectory({
    content: {
      'with space/templates/VERSION': '1.0.0\n',
      '100%/templates/VERSION': '1.0.0\n',
    },
  });
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
  );
  const readTree = jest.fn(async () => ({
    files: async () => [],
    archive: async () => {
      throw new Error('not asked for');
    },
    dir: async (options?: { targetDir?: string }) => {
      await fs.writeFile(path.join(options!.targetDir!, 'VERSION'), '2.0.0\n');
      return options!.targetDir!;
    },
    etag: 'etag',
  }));
  const open = (baseUrl: string | undefined) =>
    openTemplateContent({
      baseUrl,
      reader: mockServices.urlReader.mock({ readTree }),
      integrations,
      createTemporaryDirectory: () =>
        fs.mkdtemp(path.join(folder.path, 'temporary-')),
    });

  it.each(['with space', 'with%20space', '100%', '100%25'])(
    'reads a template on this machine where it lies (%s)',
    async name => {
      const found = await open(
        `file://${folder.path}/${name}/templates/inference-api.yaml`,
      );
      expect(await fs.readFile(path.join(found, 'VERSION'), 'utf8')).toBe(
        '1.0.0\n',
      );
      expect(readTree).not.toHaveBeenCalled();
    },
  );

  it('says so where the folder is gone, whatever its name', async () => {
    await expect(
      open(`file://${folder.path}/50%/templates/inference-api.yaml`),
    ).rejects.toThrow('cannot be read on this machine');
  });

  it('fetches a template in git once, from the folder it lies in', async () => {
    const found = await open(
      'https://github.com/example/portal/blob/main/templates/inference-api.yaml',
    );
    expect(await fs.readFile(path.join(found, 'VERSION'), 'utf8')).toBe(
      '2.0.0\n',
    );
    expect(readTree).toHaveBeenCalledTimes(1);
    expect(readTree).toHaveBeenCalledWith(
      expect.stringMatching(
        /^https:\/\/github\.com\/example\/portal\/tree\/main\/templates\/?$/,
      ),
      expect.anything(),
    );
  });

  it('says what is missing without an address', async () => {
    await expect(open(undefined)).rejects.toThrow(
      'The address of the template is unknown',
    );
  });
});
