import { InputError } from '@backstage/errors';
import { createTemplateRenderer, type TemplateContext } from 'nunjitsu';
import type { RepositoryFile } from './RepositoryFile';

const EXTENSION = '.njk';

/**
 * Renders the files that end in `.njk` with the engine and the delimiters of
 * `fetch:template`; every other file stays byte for byte what it was.
 *
 * @param values - what templates see as `values`
 */
export function renderTemplates(
  files: RepositoryFile[],
  values: TemplateContext,
): RepositoryFile[] {
  const renderer = createTemplateRenderer({
    trimBlocks: true,
    lstripBlocks: true,
  });
  const context = renderer.prepareContext({ values });
  return files.map(file => {
    if (!file.path.endsWith(EXTENSION)) {
      return file;
    }
    try {
      const text = renderer.render(file.content.toString('utf8'), context);
      return {
        ...file,
        path: file.path.slice(0, -EXTENSION.length),
        content: Buffer.from(text, 'utf8'),
      };
    } catch (error) {
      throw new InputError(
        `The template file ${file.path} cannot be rendered; mend it in the templates`,
        error,
      );
    }
  });
}
