import type { TerraformContract } from './TerraformContract';

export const predictorContract: TerraformContract = {
  id: 'predictor',
  leftToTerraform: ['image_uri'],
  sharedDefaults: [
    'architecture',
    'bake_minutes',
    'blue_green',
    'connected_cidrs',
    'extra_environment',
    'image_retention_count',
    'latency_alarm_ms',
    'routes',
  ],
  objects: [],
  limited: ['bake_minutes', 'image_retention_count', 'latency_alarm_ms'],
  chosen: ['architecture'],
};
