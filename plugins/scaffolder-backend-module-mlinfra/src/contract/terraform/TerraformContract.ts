import type { StackId } from '@mlinfra/plugin-mlinfra-common';

/** What the variables of a stack's root and its definition must share. */
export interface TerraformContract {
  id: StackId;
  /** The build's own business: what image runs is known only after the first deployment. */
  leftToTerraform: string[];
  /** Shared by the environments and compared by their defaults, at least these. */
  sharedDefaults: string[];
  /** Objects whose types hold the defaults. */
  objects: string[];
  /** Whole numbers that both limit. */
  limited: string[];
  /** Inputs that are one of a list which Terraform also has. */
  chosen: string[];
}
