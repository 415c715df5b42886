import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { InProcessScaffolder } from '../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/InProcessScaffolder';
import { readTemplate } from '../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/readTemplate';
import { ownerEntity } from '../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/staticCatalog';
import { lines, median } from './statistics';

const RUNS = 10;
const LIMIT_MS = 2000;
const ROOT = path.resolve(__dirname, '..');

/** Repositories that are written, by the file of their template. */
const REPOSITORIES = {
  'inference-api': 'Rendering a repository',
  'team-repo': 'Rendering a repository with all five stacks',
};

/**
 * Writes repositories of one stack and of all five through the real
 * scaffolder, and fails when the median of the step that renders takes longer
 * than the promise of two seconds.
 */
export async function benchRendering(): Promise<string> {
  const reports: string[] = [];
  for (const [file, title] of Object.entries(REPOSITORIES)) {
    reports.push(await benchTemplate(file, title));
  }
  return reports.join('\n');
}

async function benchTemplate(file: string, title: string): Promise<string> {
  const template = await readTemplate(
    path.join(ROOT, `templates/${file}.yaml`),
  );
  const values = parse(
    await readFile(path.join(ROOT, `e2e-tests/values/${file}.yaml`), 'utf8'),
  );
  const scaffolder = await InProcessScaffolder.start({
    entities: [ownerEntity(values.owner)],
    verify: 'skip',
  });
  try {
    await scaffolder.dryRun({ template, values });
    const whole: number[] = [];
    const render: number[] = [];
    let files = 0;
    let bytes = 0;
    for (let run = 0; run < RUNS; run++) {
      const result = await scaffolder.dryRun({ template, values });
      whole.push(result.milliseconds);
      render.push(
        result.steps.find(({ id }) => id === 'render')?.milliseconds ?? NaN,
      );
      files = result.files.length;
      bytes = result.files.reduce((sum, file) => sum + file.content.length, 0);
    }
    // The rest of a dry run carries the templates and the result to and fro.
    if (median(render) > LIMIT_MS) {
      throw new Error(
        `${title} took ${median(render).toFixed(
          0,
        )} ms in the median of ${RUNS} runs, more than ${LIMIT_MS} ms`,
      );
    }
    return lines(`${title}, ${RUNS} runs after one to warm up`, [
      ['files', String(files)],
      ['bytes', String(bytes)],
      ['render step, median', `${median(render).toFixed(0)} ms`],
      ['whole template, median', `${median(whole).toFixed(0)} ms`],
      ['whole template, longest', `${Math.max(...whole).toFixed(0)} ms`],
    ]);
  } finally {
    await scaffolder.stop();
  }
}
