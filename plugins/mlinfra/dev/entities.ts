import { pipelineEntity } from '../src/testing/fixtures';

/** One component for each state that the cards and the tab can be in. */
export const devEntities = [
  'speech',
  'emulated',
  'partly-failing',
  'empty',
  'first-collection',
  'no-aws',
  'denied',
  'failing',
  'loading',
].map(name => pipelineEntity(name));
