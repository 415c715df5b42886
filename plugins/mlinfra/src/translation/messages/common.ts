/** Texts that several parts share. */
export const commonMessages = {
  title: 'ML infrastructure',
  emulated: 'Emulated AWS',
  age: {
    collected: 'Collected {{age}}',
    stale: 'Stale: collected {{age}}',
  },
  copy: {
    label: 'Copy {{what}}',
    done: 'Copied',
    failed: 'The browser refused to copy. Select the text and copy it.',
  },
  loading: 'Loading {{what}}',
  retry: 'Try again',
  consoleLink: 'AWS console',
  opensElsewhere: '(opens in a new tab)',
  anyEnvironment: 'no environment tag',
  error: {
    notAllowed: {
      title: 'You may not see {{what}}',
      inventory:
        'The permission mlinfra.inventory.read is missing. Ask the owners of the portal for it, or someone of the team that owns the entity for the answer.',
      cost: 'The permission mlinfra.cost.read is missing. Ask the owners of the portal for it, or someone of the team that owns the entity for the answer.',
      account:
        'The permission mlinfra.account.read is missing. It is meant for those who operate the portal; ask them for it.',
    },
    notFound: {
      title: 'The portal does not find {{what}}',
      description:
        'Either the entity was removed from the catalog or is not yours to see, or the mlinfra backend plugin is not installed. Reload the entity; if that does not help, tell the owners of the portal.',
    },
    other: {
      title: 'Could not load {{what}}',
      titleKept: 'Could not load newer {{what}}; showing the last known',
    },
  },
  noAws: {
    title: 'No AWS account is connected',
    everything: 'endpoints, runs and budgets',
    description:
      'The portal has nowhere to look for {{what}}. Those who operate it connect AWS by naming the accounts in app-config.yaml and giving the backend a role to read them with:',
    try: 'To try it without AWS: install Python 3 and run npm start in the portal’s repository. It starts an emulated AWS and connects it.',
  },
  collection: {
    title: {
      'access-denied': 'AWS denied access to account {{account}}',
      'expired-credentials': 'Credentials for account {{account}} have expired',
      'no-credentials': 'There are no credentials for account {{account}}',
      'wrong-account':
        'The credentials for account {{account}} belong to another account',
      throttled: 'AWS is slowing down requests to account {{account}}',
      timeout: 'Account {{account}} did not answer in time',
      unreachable: 'Account {{account}} cannot be reached',
      other: 'Collecting from account {{account}} failed',
    },
    regions: 'In {{regions}}.',
    kept: 'What is shown from there is the last that was read.',
    never: 'Nothing has been read from there yet.',
    accountsLink: 'See all accounts',
  },
  refresh: {
    button: 'Refresh',
    running: 'Collecting from AWS',
    collected: 'AWS has been read again.',
    collectedInPart:
      'AWS has been read again, except where a notice below says otherwise.',
    tooSoon_one:
      'Collected moments ago. The next refresh is possible in {{count}} second.',
    tooSoon_other:
      'Collected moments ago. The next refresh is possible in {{count}} seconds.',
    slow: 'The collection is still under way. It goes on without this page; come back in a minute.',
    failed: 'The refresh was not accepted: {{message}}',
  },
  empty: {
    tags: 'A resource belongs here when its tag {{tag}} is {{entityRef}}. Terraform of a generated repository sets it by itself.',
    searchedTitle: 'Searched',
    searched: '{{account}}, {{region}}: {{age}}',
    allRegions: 'all regions',
    notYet: 'not yet collected',
    searchedNone:
      'No account may be searched for this entity. Those who operate the portal allow one by listing the entity’s owner under mlinfra.accounts.',
    deploy: 'Deploy it: in its repository, run',
    deployEmulated:
      'Deploy it to the emulated AWS: in the portal’s own checkout, run',
    deployCommand: 'deploy command',
  },
} as const;
