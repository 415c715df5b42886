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

/** Everything that is known about a stack before it exists. @public */
export interface StackDefinition<TSchema extends z.ZodType = z.ZodType> {
  id: StackId;
  title: string;
  description: string;
  /** What a person may choose; missing values get the stack's defaults. */
  inputs: TSchema;
  /** Folders below `terraform/modules` that the stack's root needs, sorted. */
  modules: readonly string[];
  /** The main request, where the stack serves one. */
  endpoint: StackEndpoint | undefined;
  /** Pure: the variable file of the stack's root in one environment. */
  variables(
    request: StackVariablesRequest<z.output<TSchema>>,
  ): TerraformVariables;
}
