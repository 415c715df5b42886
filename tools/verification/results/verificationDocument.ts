import { format } from 'prettier';
import { markdownTable } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/verification/markdownTable';
import type { StackVerification } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/verification/StackVerification';
import {
  combinationsText,
  overviewText,
  refusedText,
  suppressedText,
  switchesText,
  versionsText,
} from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/verification/verificationText';

/** `docs/verification.md`, made of the records that the templates carry. */
export function verificationDocument(stacks: StackVerification[]): string {
  const combinations = stacks.reduce(
    (sum, stack) => sum + stack.combinations.length,
    0,
  );
  const text = [
    '# Verification',
    `Every stack is planned with combinations of its switches in which every pair of choices occurs, in both environments: ${combinations} plans. The repository is put together by the code of the wizard; Terraform plans without an account, and what Checkov and Trivy ask is asserted on each plan. This page is written by \`npm run verify:update\` and held against the tests by \`npm test -- matrix\`.`,
    '## Stacks',
    overviewText(stacks),
    'Applied means: both environments, by `npm test -- lifecycle`, against the emulated AWS. Nothing was applied to AWS itself, no image was built, and the scanners themselves did not run. `VERIFICATION.md` in a generated repository says the same of its own stacks.',
    '## Versions',
    versionsText(stacks),
    ...stacks.flatMap(stack => [
      `## ${stack.title}`,
      switchesText(stack),
      ...(stack.refused.length > 0
        ? ['Refused together:', refusedText(stack)]
        : []),
      'The combinations, a column for each:',
      combinationsText(stack),
      `Checks that hold on every resource they look at: ${stack.checks.join(
        ', ',
      )}.`,
      'Checks that are left out, each with its reason beside the resource:',
      suppressedText(stack),
    ]),
    '## To change it',
    markdownTable(
      ['to do', 'where'],
      [
        [
          'Add a switch',
          'its name and its choices in `templates/verification/switches/<stack>.json`; a test fails while an input that is switched is in no list',
        ],
        [
          'Add a check',
          'its id in `tools/verification/security/catalogue.ts`, its assertion in `tools/verification/security/checks/`, and something that breaks it in `tools/verification/tests/counterexamples.ts`',
        ],
        [
          'Leave a check out',
          '`#checkov:skip=<id>:<reason>` or `#trivy:ignore:<id> <reason>` in the block of the resource',
        ],
      ],
    ),
    '',
  ].join('\n\n');
  return format(text, { parser: 'markdown' });
}
