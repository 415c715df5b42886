/** Texts of the page of connected accounts. */
export const accountMessages = {
  title: 'Accounts',
  what: 'accounts',
  regions: 'Regions',
  environments: 'Environments',
  anyEnvironment: 'any',
  collections: 'Collections',
  noCollections:
    'Nothing has been collected yet. The first collection starts with the backend.',
  collector: { inventory: 'Inventory', budgets: 'Budgets', runs: 'Runs' },
  global: 'all regions',
  state: {
    ok: 'Up to date',
    running: 'Collecting',
    failed: 'Failed',
    stale: 'Stale',
    waiting: 'Not yet collected',
  },
  lastSuccess: 'Last success {{age}}',
  neverSucceeded: 'Never succeeded',
  lastAttempt: 'last attempt {{age}}',
  operation: 'Failed operation: {{operation}}',
  rejected: {
    title_one: '{{count}} rejected claim',
    title_other: '{{count}} rejected claims',
    description:
      'The tags of these resources name an entity that this account may not speak for, so they are shown on no entity. Correct the tag, or allow the entity’s owner under mlinfra.accounts.',
    claims: 'claims {{entityRef}}',
  },
} as const;
