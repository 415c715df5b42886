/** Texts of the pages that show all entities and accounts. */
export const fleetMessages = {
  endpoints: 'Endpoints',
  runs: 'Runs',
  budgets: 'Budgets',
  accounts: 'Accounts',
  column: {
    entity: 'Entity',
    name: 'Name',
    status: 'Status',
    environment: 'Environment',
    account: 'Account',

    endpoint: 'Endpoint',
    used: 'Used',
    limit: 'Limit',
    actual: 'Spent',
    forecast: 'Forecast',
    collected: 'Collected',
  },
  filter: {
    label: 'Filter',
    all: 'All',
    environment: 'Environment',
    account: 'Account',
    status: 'Status',
    clear: 'Clear filters',
  },
  page: 'Page {{page}}',
  emptyFiltered:
    'Nothing matches these filters. Clear them to see everything you may see.',
  emptyEndpoints:
    'No endpoint of an entity that you may see has been found. Create one with a template, for example “Inference API”, deploy it, and it appears here.',
  emptyRuns:
    'No run of a pipeline that you may see has been found. Create a pipeline with the template “Compression pipeline”, deploy it and start a run; it appears here.',
  emptyBudgets:
    'No budget of an entity that you may see has been found. Every stack that the templates write brings one; deploy it, and it appears here.',
} as const;
