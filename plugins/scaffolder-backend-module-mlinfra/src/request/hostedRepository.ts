import { z } from 'zod';

/** A repository on a git host; what the address leaves open is empty. */
export type HostedRepository = {
  host: string;
  owner: string;
  name: string;
};

const HOST = /^[a-z0-9.-]+(:\d+)?$/;
const FOLDERS = /^[\w.-]+(\/[\w.-]+)*$/;
const NAME = /^[\w.-]+$/;
const EXAMPLE = 'github.com?owner=my-team&repo=my-api';

/**
 * The address of a repository as RepoUrlPicker writes it. Its parts end up in
 * CODEOWNERS and in commands that people paste into a shell, so nothing but
 * plain names is let through.
 */
export const repoUrlSchema = z
  .string()
  .max(500)
  .superRefine((repoUrl, context) => {
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', message, input: repoUrl });
    const { host, parameters } = parts(repoUrl);
    if (!HOST.test(host) || !URL.canParse(`https://${host}`)) {
      refuse(`begins with no host; write it like ${EXAMPLE}`);
    }
    const [owner, repo, project] = ['owner', 'repo', 'project'].map(key =>
      parameters.get(key),
    );
    // GitLab can name an existing project by its number or path instead.
    if (project ? !FOLDERS.test(project) : !owner || !repo) {
      refuse(
        project
          ? 'has a project that is no plain name; use letters, digits, dots, hyphens and underscores, with slashes between groups'
          : `names no owner and repo; write it like ${EXAMPLE}`,
      );
    }
    if (owner && !FOLDERS.test(owner)) {
      refuse(
        'has an owner that is no plain name; use letters, digits, dots, hyphens and underscores, with slashes between groups',
      );
    }
    if (repo && !NAME.test(repo)) {
      refuse(
        'has a repo that is no plain name; use letters, digits, dots, hyphens and underscores',
      );
    }
  });

/** Takes a valid address apart; without one, every part is empty. */
export function hostedRepository(
  repoUrl: string | undefined,
): HostedRepository {
  const { host, parameters } = parts(repoUrl ?? '');
  return {
    host,
    owner: parameters.get('owner') ?? '',
    name: parameters.get('repo') ?? '',
  };
}

// Backstage writes a repository as `host?owner=…&repo=…`.
function parts(repoUrl: string) {
  const end = repoUrl.indexOf('?');
  return {
    host: end < 0 ? repoUrl : repoUrl.slice(0, end),
    parameters: new URLSearchParams(end < 0 ? '' : repoUrl.slice(end + 1)),
  };
}
