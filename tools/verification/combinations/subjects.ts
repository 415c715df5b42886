import {
  FOUNDATION,
  foundationInputsSchema,
  STACK_DEFINITIONS,
} from '@mlinfra/plugin-mlinfra-common';
import type { z } from 'zod';
import type { RepositoryInput } from '../../../plugins/scaffolder-backend-module-mlinfra/src/request/readRepositoryRequest';
import type { Inputs } from './inputsOf';

/** A root of generated repositories, with what a person may choose for it. */
export interface Subject {
  /** Folder below `terraform/stacks`. */
  id: string;
  title: string;
  inputs: z.ZodType;
  /**
   * What a repository is asked for that has this root with these inputs. The
   * input `foundation` of a stack is what its repository shares.
   */
  request(inputs: Inputs): RepositoryInput;
}

const target = { accountId: '123456789012', region: 'eu-central-1' };

const repository: RepositoryInput = {
  name: 'bird-calls',
  owner: 'group:default/audio',
  alertEmails: ['audio@example.com'],
  environments: { dev: target, prod: target },
};

/** Every stack, and what the stacks of one repository share. */
export const SUBJECTS: Subject[] = [
  ...Object.values(STACK_DEFINITIONS).map(
    ({ id, title, inputs }): Subject => ({
      id,
      title,
      inputs,
      request: ({ foundation, ...chosen }) => ({
        ...repository,
        ...(foundation !== undefined && { foundation }),
        stacks: { [id]: chosen },
      }),
    }),
  ),
  {
    id: FOUNDATION,
    title: 'What stacks share',
    inputs: foundationInputsSchema,
    request: chosen => ({
      ...repository,
      foundation: chosen,
      stacks: { 'inference-api': {}, 'compression-pipeline': {} },
    }),
  },
];
