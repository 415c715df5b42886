import type { RepositoryFile } from '../RepositoryFile';
import { textFile } from '../RepositoryFile';
import type { StackVerification } from './StackVerification';
import {
  overviewText,
  refusedText,
  suppressedText,
  switchesText,
  versionsText,
} from './verificationText';

const METHOD =
  'Each stack was written with combinations of choices in which every pair of choices occurs, in both environments. Each combination went through `terraform plan` without an account, each root through `terraform validate`, and each plan through the checks of Checkov and Trivy that apply to its resources. A stack that the table calls applied was, with the values of the tests and in both environments, applied to an emulated AWS, planned again, changed in place and destroyed.';

const NOT_VERIFIED = [
  '- **Nothing was ever applied to AWS itself.** The emulated AWS takes what AWS may refuse: quotas, service control policies, permissions of the role that deploys, names that are taken, services that a region lacks, the quality of an ARN that is only well-formed.',
  '- **No image was built or run as a container.** The starter services are tested as programs, not inside their images.',
  '- **Not every combination was planned**, only every pair of choices; three choices that are wrong together would not have been noticed. Numbers and texts were planned with one value each.',
  '- **Neither Checkov nor Trivy was run.** What they ask was written down anew as assertions on plans. What is known only after an apply, such as the content of a policy with the ARN of a new resource, was judged by its source.',
  '- **No load, no prices, no failure of a zone.** Alarms and limits are there; whether their numbers fit a workload is for its team to find out.',
].join('\n');

/**
 * `VERIFICATION.md`: what was verified of the roots of a repository before its
 * templates were released, with which versions, and what was not.
 *
 * @param content - the templates' content, paths from their folder
 * @param roots - folders below `terraform/stacks`
 */
export function verificationFile(
  content: RepositoryFile[],
  roots: string[],
  templateVersion: string,
): RepositoryFile {
  const stacks = roots.flatMap(root => readRecord(content, root) ?? []);
  const missing = roots.filter(
    root => !stacks.some(({ stack }) => stack === root),
  );
  return textFile(
    'VERIFICATION.md',
    [
      '# What was verified',
      `This repository was made by version ${templateVersion} of its templates. What follows was done with the templates, in their own tests; what a team changes afterwards is checked by the team's pipeline.`,
      ...(stacks.length > 0
        ? [
            '## With which versions',
            versionsText(stacks),
            '## What was done',
            METHOD,
            overviewText(stacks),
          ]
        : []),
      ...(missing.length > 0
        ? [
            `Of ${missing
              .map(root => `\`${root}\``)
              .join(
                ', ',
              )} this version of the templates has no record: take it as not verified.`,
          ]
        : []),
      ...stacks.flatMap(stack => [
        `## ${stack.title} (\`${stack.stack}\`)`,
        switchesText(stack),
        ...(stack.refused.length > 0
          ? ['Refused together, in the wizard already:', refusedText(stack)]
          : []),
        'Checks that are left out, each with its reason beside the resource:',
        suppressedText(stack),
      ]),
      '## What was not verified',
      NOT_VERIFIED,
      '',
    ].join('\n\n'),
  );
}

function readRecord(
  content: RepositoryFile[],
  root: string,
): StackVerification | undefined {
  const file = content.find(
    ({ path }) => path === `verification/results/${root}.json`,
  );
  return file && JSON.parse(file.content.toString('utf8'));
}
