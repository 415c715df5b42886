import type { TerraformContract } from './TerraformContract';

export const inferenceApiContract: TerraformContract = {
  id: 'inference-api',
  leftToTerraform: ['image_uri', 'stage_name'],
  sharedDefaults: ['memory_mb', 'timeout_seconds', 'architecture'],
  objects: ['inference_settings'],
  limited: [
    'ephemeral_storage_mb',
    'image_retention_count',
    'memory_mb',
    'timeout_seconds',
  ],
  chosen: ['architecture', 'quotaPeriod', 'logLevel'],
};
