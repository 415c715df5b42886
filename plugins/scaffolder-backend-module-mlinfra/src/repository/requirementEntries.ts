import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { RepositoryFile } from './RepositoryFile';

const requirementSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]+[0-9]+$/),
  requirement: z.string().min(1),
  /** Folder below `terraform/modules`, or `stack` for a resource of the root itself. */
  module: z.string().min(1),
  /** In Terraform's state, without the keys of what is there several times. */
  addresses: z.array(z.string().min(1)).min(1),
  /** Choice => values with which the entry holds; every choice must fit. */
  when: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))),
});

/** By what a requirement is met, and with which choices. */
export type Requirement = z.output<typeof requirementSchema>;

/** The content of a stack's `requirements.json`. InputError names what is wrong in it. */
export function readRequirements(file: RepositoryFile): Requirement[] {
  let data: unknown;
  try {
    data = JSON.parse(file.content.toString('utf8'));
  } catch (error) {
    throw new InputError(`${file.path} is not JSON; correct it`, error);
  }
  const result = z.array(requirementSchema).safeParse(data);
  if (!result.success) {
    throw new InputError(
      `${file.path} is not a list of requirements: ${z.prettifyError(
        result.error,
      )}`,
    );
  }
  return result.data;
}
