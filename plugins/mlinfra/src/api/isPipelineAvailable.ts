import type { Entity } from '@backstage/catalog-model';
import {
  MLINFRA_ANNOTATIONS,
  type StackId,
} from '@mlinfra/plugin-mlinfra-common';
import { isMlinfraAvailable } from './isMlinfraAvailable';

/** The stacks that bring a state machine. */
const PIPELINE_STACKS: StackId[] = ['compression-pipeline'];

/** Whether an entity was generated with a pipeline; for `EntitySwitch`. @public */
export function isPipelineAvailable(entity: Entity): boolean {
  const stacks = (
    entity.metadata.annotations?.[MLINFRA_ANNOTATIONS.stacks] ?? ''
  ).split(',');
  return (
    isMlinfraAvailable(entity) &&
    PIPELINE_STACKS.some(stack => stacks.some(each => each.trim() === stack))
  );
}
