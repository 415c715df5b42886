import path from 'node:path';
import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

const LEVELS = ['skip', 'format', 'validate', 'plan'];

/** How to call the command. */
export const USAGE = `Usage: npm run dry-run -- <template> --values <file.yaml|json> --out <folder> [--catalog <file.yaml>] [--verify <${LEVELS.join(
  '|',
)}>]

  <template>   name of a template in templates/ (inference-api), or a template file
  --values     what the wizard would send, as YAML or JSON
  --out        folder to write the repository to; must be empty or not exist
  --catalog    entities that the catalog holds; by default only the owner in the values
  --verify     how far Terraform checks the result; format by default`;

/** What the command was asked for, with absolute paths. */
export interface DryRunArguments {
  templateFile: string;
  valuesFile: string;
  outFolder: string;
  catalogFile: string | undefined;
  verify: string;
}

/**
 * Reads the command line.
 *
 * @param options - `invokedFrom`: folder that relative paths are relative to
 * @throws InputError naming the argument that is wrong
 */
export function readArguments(
  args: string[],
  options: { invokedFrom: string; templatesFolder: string },
): DryRunArguments {
  const { values, positionals } = parse(args);
  const absolute = (file: string) => path.resolve(options.invokedFrom, file);
  if (positionals.length !== 1) {
    throw new InputError(
      `Name one template, not ${positionals.length}.\n\n${USAGE}`,
    );
  }
  const [template] = positionals;
  const { values: valuesFile, out, catalog, verify = 'format' } = values;
  if (!valuesFile || !out) {
    throw new InputError(`--values and --out are needed.\n\n${USAGE}`);
  }
  if (!LEVELS.includes(verify)) {
    throw new InputError(
      `--verify is one of ${LEVELS.join(', ')}, not ${verify}.`,
    );
  }
  return {
    templateFile: /^[a-z0-9-]+$/.test(template)
      ? path.join(
          options.templatesFolder,
          `${template.replace(/^ml-/, '')}.yaml`,
        )
      : absolute(template),
    valuesFile: absolute(valuesFile),
    outFolder: absolute(out),
    catalogFile: catalog ? absolute(catalog) : undefined,
    verify,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        values: { type: 'string' },
        out: { type: 'string' },
        catalog: { type: 'string' },
        verify: { type: 'string' },
      },
    });
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
