import type { TerraformContract } from './TerraformContract';

export const churnContract: TerraformContract = {
  id: 'churn',
  // Credentials are the business of whoever deploys, a network that others share that of the repository.
  leftToTerraform: [
    'aws_profile',
    'image_uris',
    'network_source',
    'shared_network',
  ],
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
