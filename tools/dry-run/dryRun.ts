import { promises as fs } from 'node:fs';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parse, parseAllDocuments } from 'yaml';
import { InProcessScaffolder } from '../../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/InProcessScaffolder';
import { readTemplate } from '../../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/readTemplate';
import { ownerEntity } from '../../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/staticCatalog';
import { writeFiles } from '../../plugins/scaffolder-backend-module-mlinfra/src/repository/writeFiles';
import type { DryRunArguments } from './arguments';
import { refuseNonEmptyFolder } from './emptyFolder';
import { report } from './report';

/**
 * Runs a template in the real scaffolder and writes what it made.
 *
 * @returns the report for the terminal
 */
export async function dryRun(options: DryRunArguments): Promise<string> {
  await refuseNonEmptyFolder(options.outFolder);
  const [template, values] = await Promise.all([
    readTemplate(options.templateFile),
    readValues(options.valuesFile),
  ]);
  const startedAt = performance.now();
  const scaffolder = await InProcessScaffolder.start({
    entities: await readEntities(options.catalogFile, values),
    verify: options.verify,
  });
  const startedInMilliseconds = performance.now() - startedAt;
  try {
    const result = await scaffolder.dryRun({ template, values });
    await fs.mkdir(options.outFolder, { recursive: true });
    await writeFiles(options.outFolder, result.files);
    return report(result, { ...options, startedInMilliseconds });
  } finally {
    await scaffolder.stop();
  }
}

async function readValues(file: string): Promise<JsonObject> {
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new InputError(`--values: ${file} cannot be read`);
  });
  const values = parse(text);
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new InputError(
      `--values: ${file} must hold an object, one key per field of the wizard`,
    );
  }
  return values;
}

async function readEntities(
  file: string | undefined,
  values: JsonObject,
): Promise<Entity[]> {
  if (!file) {
    return typeof values.owner === 'string' ? [ownerEntity(values.owner)] : [];
  }
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new InputError(`--catalog: ${file} cannot be read`);
  });
  return parseAllDocuments(text)
    .map(document => document.toJS() as Entity | null)
    .filter((entity): entity is Entity => Boolean(entity?.kind));
}
