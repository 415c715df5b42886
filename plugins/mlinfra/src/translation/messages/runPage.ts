/** Texts of a run's page and of the comparison of two runs. */
export const runPageMessages = {
  title: 'Run {{name}}',
} as const;
