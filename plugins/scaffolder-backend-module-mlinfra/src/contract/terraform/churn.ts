import type { TerraformContract } from './TerraformContract';

export const churnContract: TerraformContract = {
  id: 'churn',
  // Credentials are the business of whoever deploys.
  leftToTerraform: ['aws_profile', 'image_uris'],
  sharedDefaults: [
    'api_memory_mb',
    'api_timeout_seconds',
    'architecture',
    'authorizer',
    'latency_alarm_ms',
    'traffic_shift',
    'ui_size',
  ],
  objects: [],
  limited: [
    'api_memory_mb',
    'api_timeout_seconds',
    'image_retention_count',
    'latency_alarm_ms',
  ],
  chosen: ['architecture'],
};
