import type { z as zod } from 'zod/v3';

// The scaffolder passes its own zod (v3), drops refinements and fills no
// defaults: this schema documents the input, the stacks' definitions decide.
type Z = typeof zod;

const environment = (z: Z) =>
  z.object({
    enabled: z
      .boolean()
      .describe('False leaves the environment out; true by default')
      .optional(),
    accountId: z.string().describe('AWS account, 12 digits').optional(),
    region: z
      .string()
      .describe('AWS region, for example eu-central-1')
      .optional(),
    monthlyBudgetUsd: z
      .number()
      .describe(
        'Monthly budget in whole USD; 50 in dev and 200 in prod by default',
      )
      .optional(),
  });

/** Input of `mlinfra:repository:render`. */
export const inputSchema = {
  addTo: (z: Z) =>
    z
      .string()
      .describe(
        'Catalog component of an existing repository that the stacks are added to. What it was made from (name, owner, environments, foundation) then stands, and only files that are new or must change are written.',
      )
      .optional(),
  name: (z: Z) =>
    z
      .string()
      .describe(
        'Name of the service: 3 to 32 lowercase letters, digits and hyphens, beginning with a letter. Becomes the catalog component and part of every AWS name. Needed without addTo.',
      )
      .optional(),
  owner: (z: Z) =>
    z
      .string()
      .describe(
        'Group or user that owns it, for example group:default/speech. Needed without addTo.',
      )
      .optional(),
  team: (z: Z) =>
    z
      .string()
      .describe("First word of every AWS name; the owner's name by default")
      .optional(),
  description: (z: Z) =>
    z
      .string()
      .describe('What it is for: one line of at most 200 characters')
      .optional(),
  alertEmails: (z: Z) =>
    z
      .array(z.string())
      .describe('Addresses that alarms and budget alerts go to, at most 10')
      .optional(),
  environments: (z: Z) =>
    z
      .object({ dev: environment(z), prod: environment(z).optional() })
      .describe(
        'Where each environment lives and what it may cost. Needed without addTo.',
      )
      .optional(),
  stacks: (z: Z) =>
    z
      .record(z.record(z.any()))
      .describe(
        'Inputs of each chosen stack by its id, for example {"inference-api": {"memoryMb": 3008}}; missing inputs get the defaults of the stack, and {"enabled": false} leaves the stack out',
      ),
  foundation: (z: Z) =>
    z
      .record(z.any())
      .describe(
        'What the stacks share: network, audit trail, dashboard, table, each per environment; without it, several stacks share a budget only',
      )
      .optional(),
  host: (z: Z) =>
    z
      .enum(['local', 'github', 'gitlab'])
      .describe('Where the repository will live; local by default')
      .optional(),
  repoUrl: (z: Z) =>
    z
      .string()
      .describe('The repository on its host, as RepoUrlPicker writes it')
      .optional(),
  targetPath: (z: Z) =>
    z
      .string()
      .describe('Folder of the workspace to write into; its root by default')
      .optional(),
  wholePath: (z: Z) =>
    z
      .string()
      .describe(
        'With addTo, folder of the workspace that gets the whole repository as it will be, to be checked',
      )
      .optional(),
};

/** Output of `mlinfra:repository:render`. */
export const outputSchema = {
  entityRef: (z: Z) =>
    z.string().describe('Reference of the catalog component'),
  name: (z: Z) => z.string().describe('Name of the service'),
  team: (z: Z) => z.string().describe('Team, the first word of every AWS name'),
  owner: (z: Z) => z.string().describe('Full reference of the owner'),
  files: (z: Z) => z.number().describe('How many files were written'),
  stacks: (z: Z) => z.array(z.string()).describe('Ids of the stacks written'),
  environments: (z: Z) =>
    z.array(z.string()).describe('Environments of the repository, dev first'),
  firstRoot: (z: Z) =>
    z
      .string()
      .describe('What is deployed first: foundation, or the id of a stack'),
  branch: (z: Z) =>
    z
      .string()
      .describe('With addTo, the branch that the addition belongs on')
      .optional(),
  host: (z: Z) =>
    z.string().describe('Where the repository lives: local, github or gitlab'),
  repoUrl: (z: Z) =>
    z.string().describe('With addTo, the repository on its git host'),
  repositoryOwner: (z: Z) =>
    z.string().describe("Folder or account of the repository's owner"),
  repositoryName: (z: Z) => z.string().describe('Name of the repository'),
  baseCommit: (z: Z) =>
    z.string().describe('With addTo, the commit that the addition is made for'),
  stateBuckets: (z: Z) =>
    z
      .record(z.string())
      .describe('Bucket of the Terraform state per environment'),
};
