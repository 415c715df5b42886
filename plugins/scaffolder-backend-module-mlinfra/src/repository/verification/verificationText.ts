import { markdownTable } from './markdownTable';
import type { StackVerification } from './StackVerification';

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

/** With what was verified. */
export function versionsText(stacks: StackVerification[]): string {
  const versions = new Map<string, Set<string>>();
  for (const { terraform, providers } of stacks) {
    for (const [program, version] of [
      ['Terraform', terraform],
      ...Object.entries(providers),
    ]) {
      versions.set(program, (versions.get(program) ?? new Set()).add(version));
    }
  }
  return markdownTable(
    ['program', 'version'],
    [...versions].map(([program, found]) => [program, [...found].join(', ')]),
  );
}

/** What was done with each stack, in one line each. */
export function overviewText(stacks: StackVerification[]): string {
  return markdownTable(
    [
      'stack',
      'combinations planned',
      'pairs of choices in them',
      'applied (emulated)',
      'planned again: no change',
      'changed in place',
      'destroyed',
      'checks that hold',
      'left out with a reason',
    ],
    stacks.map(stack => [
      `\`${stack.stack}\``,
      String(stack.combinations.length),
      String(stack.pairs),
      ...Array<string>(4).fill(yesOrNo(stack.lifecycle.applied)),
      String(stack.checks.length),
      String(Object.keys(stack.suppressed).length),
    ]),
  );
}

/** The switches of a stack and what each was set to. */
export function switchesText(stack: StackVerification): string {
  return markdownTable(
    ['switch', 'choices'],
    Object.entries(stack.switches).map(([name, labels]) => [
      `\`${name}\``,
      labels.join(', '),
    ]),
  );
}

/** Which choice each combination made: a column for each. */
export function combinationsText(stack: StackVerification): string {
  return markdownTable(
    ['switch', ...stack.combinations.map((_, index) => String(index + 1))],
    Object.keys(stack.switches).map(name => [
      `\`${name}\``,
      ...stack.combinations.map(combination => combination[name]),
    ]),
  );
}

/** The choices that are refused together, or nothing. */
export function refusedText({ refused }: StackVerification): string {
  return refused
    .map(
      ({ when, because }) =>
        `- ${Object.entries(when)
          .map(([name, label]) => `\`${name}\` ${label}`)
          .join(' with ')}: ${because}.`,
    )
    .join('\n');
}

/** Why checks are left out. */
export function suppressedText({ suppressed }: StackVerification): string {
  return markdownTable(
    ['check', 'why it is left out'],
    Object.entries(suppressed).map(([id, reasons]) => [id, reasons.join('; ')]),
  );
}
