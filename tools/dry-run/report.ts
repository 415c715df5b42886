import type { DryRunResult } from '../../plugins/scaffolder-backend-module-mlinfra/dev/dryRun/DryRunResult';

const MARKS = { completed: '✔', skipped: '–', 'not-run': '·' };
const NOTES = {
  completed: '',
  skipped: ' (has effects: left out in a dry run)',
  'not-run': ' (its condition is false)',
};

/** Steps with their times, and what was written, for the terminal. */
export function report(
  result: DryRunResult,
  options: { outFolder: string; startedInMilliseconds: number },
): string {
  const steps = result.steps.map(
    ({ name, action, status, milliseconds }) =>
      `${MARKS[status]} ${name} [${action}]${NOTES[status]}${
        status === 'completed' ? ` ${seconds(milliseconds)}` : ''
      }`,
  );
  return [
    ...steps,
    `${result.files.length} files in ${options.outFolder}`,
    `Scaffolder started in ${seconds(
      options.startedInMilliseconds,
    )}, template ran in ${seconds(result.milliseconds)}`,
  ].join('\n');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
