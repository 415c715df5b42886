/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | Json[]
  | { [key: string]: Json };

/** One `resource_changes` entry of `terraform show -json <plan>`. */
export interface ResourceChange {
  address: string;
  module_address?: string;
  mode: 'managed' | 'data';
  type: string;
  name: string;
  change: { after: Json; after_unknown: Json };
}

/** A module of `configuration`, as far as it is read here. */
export interface ConfiguredModule {
  module_calls?: Record<
    string,
    { source: string; module: ConfiguredModule; [other: string]: unknown }
  >;
  [other: string]: unknown;
}

/** A module of `prior_state`, which holds the data that was read while planning. */
export interface StateModule {
  resources?: Array<{
    address: string;
    mode: string;
    type: string;
    name: string;
    values: Json;
  }>;
  child_modules?: StateModule[];
}

/** What `terraform show -json <plan>` prints, as far as it is read here. */
export interface PlanJson {
  terraform_version: string;
  variables: Record<string, { value: Json }>;
  resource_changes: ResourceChange[];
  prior_state?: { values?: { root_module?: StateModule } };
  configuration: { root_module: ConfiguredModule };
}
