/** Texts about budgets. */
export const budgetMessages = {
  title: 'Budget',
  what: 'budgets',
  empty: 'No AWS budget watches {{entityRef}} yet',
  emptyHint: 'The budget comes with the first deployment.',
  collecting: 'Looking for budgets for the first time',
  status: {
    ok: 'Within budget',
    warning: 'Close to the limit',
    exceeded: 'Over the limit',
    unknown: 'Unknown',
  },
  timeUnit: {
    DAILY: 'per day',
    MONTHLY: 'per month',
    QUARTERLY: 'per quarter',
    ANNUALLY: 'per year',
  },
  field: {
    limit: 'Limit',
    actual: 'Spent',
    forecast: 'Forecast',
    account: 'Account',
  },
  actualUnknown: 'not yet known',
  forecastUnknown: 'none yet',
  late: 'AWS updates a budget up to three times a day, so spend of the last hours is missing. A new budget shows figures from tomorrow.',
  used: '{{percent}} % used',
  usedUnknown: 'Spend is not yet known',
  meter: 'Share of the budget {{name}} that is spent',
  meterText: '{{percent}} % of {{limit}} spent: {{status}}',
  threshold: 'Warning from 80 %',
} as const;
