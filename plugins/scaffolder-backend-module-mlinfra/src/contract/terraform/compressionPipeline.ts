import type { TerraformContract } from './TerraformContract';

export const compressionPipelineContract: TerraformContract = {
  id: 'compression-pipeline',
  leftToTerraform: ['image_uris'],
  sharedDefaults: ['architecture', 'network_mode', 'log_retention_days'],
  objects: [],
  limited: [
    'api_memory_mb',
    'api_timeout_seconds',
    'ephemeral_storage_gib',
    'image_retention_count',
  ],
  chosen: ['architecture'],
};
