import { z } from 'zod';
import {
  MANIFEST_PATH,
  MANIFEST_SCHEMA_VERSION,
} from '../repository/manifestFile';
import { refuseAddition } from './refuseAddition';

const manifestSchema = z.looseObject({
  schemaVersion: z.literal(MANIFEST_SCHEMA_VERSION),
  template: z.string().nullable(),
  templateVersion: z.string(),
  inputs: z.looseObject({
    name: z.string(),
    owner: z.string(),
    team: z.string(),
    stacks: z.record(z.string(), z.unknown()),
  }),
  files: z.record(z.string(), z.string()),
  additions: z
    .array(
      z.object({
        stacks: z.array(z.string()),
        template: z.string().nullable(),
        templateVersion: z.string(),
      }),
    )
    .optional(),
});

/** What an existing repository was made from. */
export type Manifest = z.output<typeof manifestSchema>;

/**
 * Reads `mlinfra.json` of an existing repository.
 *
 * @throws InputError when it is missing, no JSON, or of a shape that this version does not know
 */
export function readManifest(content: Buffer | undefined): Manifest {
  if (!content) {
    refuseAddition(
      `the repository has no ${MANIFEST_PATH}, so what it was made from is unknown; bring the file back from the history of the repository (git log -- ${MANIFEST_PATH})`,
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(content.toString('utf8'));
  } catch {
    refuseAddition(
      `${MANIFEST_PATH} of the repository is no JSON; bring it back as it was written (git log -- ${MANIFEST_PATH})`,
    );
  }
  const version = (data as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== MANIFEST_SCHEMA_VERSION) {
    refuseAddition(
      `${MANIFEST_PATH} of the repository has schemaVersion ${JSON.stringify(
        version ?? null,
      )}, and this portal knows ${MANIFEST_SCHEMA_VERSION}; update whichever of the two is older`,
    );
  }
  const result = manifestSchema.safeParse(data);
  if (!result.success) {
    const [issue] = result.error.issues;
    refuseAddition(
      `${MANIFEST_PATH} of the repository has been changed: ${issue.path.join(
        '.',
      )} ${issue.message.replace(
        /^Invalid input: /,
        '',
      )}; bring it back as it was written (git log -- ${MANIFEST_PATH})`,
    );
  }
  return result.data;
}
