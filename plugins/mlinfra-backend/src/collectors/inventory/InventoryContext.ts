import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { InventorySource, Tags } from '../../aws/InventorySource';
import type { Verdict } from '../../claims/ClaimChecker';
import type { ResourceRow } from '../../database/tables';
import type { CachedDetail } from '../CachedDetail';
import type { CollectionInput } from '../Collector';
import type { Problems } from './Problems';

/** What all parts of one collection of a region work with. */
export interface InventoryContext {
  source: InventorySource;
  input: CollectionInput;
  /** Tags of all resources that name an entity, by ARN. */
  tags: Map<string, Tags>;
  verdicts: Map<string, Verdict>;
  problems: Problems;
}

/** What one part of a collection found. */
export interface Part {
  rows: ResourceRow[];
  details: CachedDetail[];
  incomplete: boolean;
}

/** A resource that may speak for the entity that its tag names. */
export interface ClaimedResource {
  arn: string;
  tags: Tags;
  entityRef: EntityRef;
}

/** A part of a collection where there is nothing. */
export const NOTHING: Part = { rows: [], details: [], incomplete: false };
