import { contentHash } from '../repository/manifestFile';
import { neededModules } from '../repository/moduleSources';
import type { RepositoryFile } from '../repository/RepositoryFile';
import type { FieldError } from '../request/fieldErrors';
import type { Manifest } from './readManifest';

const MAX_NAMED = 10;

// What every stack uses, whichever brought it.
const SHARED =
  /^(scripts\/|\.github\/|\.gitlab-ci\.yml$|terraform\/(bootstrap|tests)\/|terraform\/[^/]+$)/;
const MODULES = 'terraform/modules/';

/** What adding stacks writes. */
export interface AdditionPlan {
  /** New files and files with other content; all others stay as they are. */
  changes: RepositoryFile[];
  /** SHA-256 of every file that a template wrote, for the new manifest. */
  hashes: Record<string, string>;
}

/**
 * Compares a repository as today's templates would write it without and with
 * the new stacks, and takes what differs. Nothing that the team has changed is
 * overwritten: where the addition would have to, it is an error.
 */
export async function planAddition(options: {
  /** As today's templates write what is there already. */
  before: RepositoryFile[];
  /** The same with the new stacks. */
  after: RepositoryFile[];
  newStacks: string[];
  manifest: Manifest;
  templateVersion: string;
  read(path: string): Promise<Buffer | undefined>;
}): Promise<AdditionPlan | { errors: FieldError[] }> {
  const { manifest, read } = options;
  const before = new Map(options.before.map(file => [file.path, file]));
  const needed = modulesOf(options.newStacks, options.after);
  const changes: RepositoryFile[] = [];
  const hashes = { ...manifest.files };
  const outdated: string[] = [];
  const edited: string[] = [];
  const deleted: string[] = [];
  const inTheWay: string[] = [];

  for (const file of options.after) {
    const recorded: string | undefined = Object.hasOwn(
      manifest.files,
      file.path,
    )
      ? manifest.files[file.path]
      : undefined;
    const old = before.get(file.path);
    const wanted = contentHash(file.content);
    const isNeeded = SHARED.test(file.path) || needed.has(file.path);
    if (old && contentHash(old.content) === wanted) {
      // The addition has nothing to do with it, but may depend on it.
      if (recorded !== wanted && isNeeded) {
        outdated.push(file.path);
      } else if (isNeeded && (await read(file.path)) === undefined) {
        deleted.push(file.path);
      }
      continue;
    }
    const present = await read(file.path);
    if (present && contentHash(present) === wanted) {
      hashes[file.path] = wanted;
    } else if (recorded === undefined && present) {
      inTheWay.push(file.path);
    } else if (recorded !== undefined && !present) {
      deleted.push(file.path);
    } else if (present && contentHash(present) !== recorded) {
      edited.push(file.path);
    } else {
      changes.push(file);
      hashes[file.path] = wanted;
    }
  }

  const errors = [
    problem(
      outdated,
      files =>
        `the repository was written by version ${manifest.templateVersion} of the templates, and the new stacks need these files as version ${options.templateVersion} has them: ${files}. Bring the repository to that version first (docs: Upgrading a repository), and run this again`,
    ),
    problem(
      edited,
      files =>
        `these files have to change, and the team has changed them since they were written: ${files}. Put them back as the template wrote them (git log -- <file> has that version), commit, run this again, and bring your own changes back on top`,
    ),
    problem(
      deleted,
      files =>
        `the new stacks need these files, and they have been deleted: ${files}. Bring them back (git log --diff-filter=D -- <file>, git restore --source=<commit>^ <file>), commit, and run this again`,
    ),
    problem(
      inTheWay,
      files =>
        `these files would be written, and are there already: ${files}. Move them elsewhere, commit, and run this again`,
    ),
  ].flat();
  return errors.length > 0 ? { errors } : { changes, hashes };
}

/** Files of the modules that the new stacks call. */
function modulesOf(stacks: string[], files: RepositoryFile[]): Set<string> {
  const roots = files.filter(file =>
    stacks.some(id => file.path.startsWith(`terraform/stacks/${id}/`)),
  );
  const modules = files
    .filter(file => file.path.startsWith(MODULES))
    .map(file => ({ ...file, path: file.path.slice(MODULES.length) }));
  const names = neededModules(roots, modules);
  return new Set(
    modules
      .filter(file => names.has(file.path.split('/')[0]))
      .map(file => `${MODULES}${file.path}`),
  );
}

function problem(
  files: string[],
  message: (named: string) => string,
): FieldError[] {
  if (files.length === 0) {
    return [];
  }
  const rest = files.length - MAX_NAMED;
  const named = `${files.slice(0, MAX_NAMED).join(', ')}${
    rest > 0 ? ` and ${rest} more` : ''
  }`;
  return [{ field: 'addTo', message: message(named) }];
}
