/** Texts of the wizard's fields. */
export const fieldMessages = {
  name: {
    title: 'Name',
    description:
      'Lower-case letters, digits and hyphens, 3 to 32 characters, starting with a letter. It becomes the name of the component, of the repository and of everything in AWS.',
  },
  environment: {
    account: 'AWS account',
    accountDescription: 'Where the infrastructure is built.',
    region: 'Region',
    regionDescription: 'An AWS region, for example eu-central-1.',
    accountIdDescription:
      'Twelve digits. The portal has no list of accounts to offer you, so enter it.',
    noneAllowed:
      'No connected account takes the environment {{environment}}. Enter an account, or ask those who operate the portal to allow one.',
    loading: 'Loading accounts',
  },
} as const;
