import type { z } from 'zod';
import type { RepositoryIdentity } from './repositoryIdentity';
import type { EnvironmentTargets, StackEnvironment } from './stackEnvironments';
import type { StackEndpoint } from './stackEndpoints';
import type { StackId } from './stackIds';

/** A value of a `*.tfvars.json` file. @public */
export type TerraformValue =
  | string
  | number
  | boolean
  | null
  | TerraformValue[]
  | { [key: string]: TerraformValue };

/** The content of a `*.tfvars.json` file. @public */
export type TerraformVariables = Record<string, TerraformValue>;

/** What a stack's variables are made from. @public */
export interface StackVariablesRequest<TInputs> {
  identity: RepositoryIdentity;
  targets: EnvironmentTargets;
  environment: StackEnvironment;
  inputs: TInputs;
  /** Semantic version of the templates. */
  templateVersion: string;
}

/** Something that a stack builds once per environment and that gets an entity of its own. @public */
export interface StackResource {
  /** Last part of the entity's name, unlike that of any other stack's. */
  part: string;
  title: string;
  /** Type of the catalog's resource entity. */
  type: string;
}

/** A choice that each part of the form would take, but not all of them together. @public */
export interface StackProblem {
  /** Where in the inputs. */
  path: string[];
  message: string;
}

/** Everything that is known about a stack before it exists. @public */
export interface StackDefinition<TSchema extends z.ZodType = z.ZodType> {
  id: StackId;
  /** Name of the catalog's template that makes a repository of this stack alone: `ml-<file in templates/>`. */
  template: string;
  title: string;
  description: string;
  /** What a person may choose; missing values get the stack's defaults. */
  inputs: TSchema;
  /** Folders below `terraform/modules` that the stack's root needs, sorted. */
  modules: readonly string[];
  /** The main request, where the stack serves one. */
  endpoint: StackEndpoint | undefined;
  /** What the catalog shows beside the component; empty where the environment says it all. */
  resources: readonly StackResource[];
  /** Pure: what is wrong with inputs in these accounts and regions. */
  problems?(request: {
    targets: EnvironmentTargets;
    inputs: z.output<TSchema>;
  }): StackProblem[];
  /** Pure: the variable file of the stack's root in one environment. */
  variables(
    request: StackVariablesRequest<z.output<TSchema>>,
  ): TerraformVariables;
}
