// @ts-check

const ENVIRONMENT = 'dev';
const PREFIX = `ml-demo-demo-compression-${ENVIRONMENT}`;

/** The demo team's compression pipeline: the starter code of the template, and names as the template gives them. */
export const demoPipeline = {
  region: 'eu-central-1',
  prefix: PREFIX,
  tags: {
    'backstage.io/entity-ref': 'component:default/demo-compression',
    'mlinfra:team': 'ml-demo',
    'mlinfra:stack': 'compression-pipeline',
    'mlinfra:environment': ENVIRONMENT,
    'mlinfra:template-version': '0.1.0',
    'mlinfra:managed-by': 'demo',
  },
  steps: ['baseline', 'prune', 'distill', 'quantize', 'evaluate'],
  /** ECS units and MiB, as the template sizes a step. */
  cpu: '1024',
  memory: '4096',
};

/** The API through which programs start runs. */
export const demoPipelineApi = {
  name: PREFIX,
  tags: demoPipeline.tags,
  imageUri: `123456789012.dkr.ecr.eu-central-1.amazonaws.com/${PREFIX}-api:demo`,
  memoryMb: 512,
  timeoutSeconds: 15,
  /** Below `templates/services`; the API really answers. */
  directory: 'compression-pipeline/api',
  handler: 'pipeline_api.handler.handle',
  routes: [
    'POST /presign',
    'POST /submit',
    'GET /status/{id}',
    'GET /download/{id}',
  ],
};

/** Inputs of the runs that are there when the portal starts, oldest first. */
export const demoRuns = [
  {
    name: 'first-try',
    input: { model_uri: 'builtin://digits', prune: { amount: 0.5 } },
  },
  {
    name: 'prune-too-much',
    input: {
      model_uri: 'builtin://digits',
      prune: { amount: 0.99 },
      tolerance: { accuracy_drop: 0 },
    },
  },
  {
    name: 'model-that-is-not-there',
    input: {
      model_uri: `s3://${PREFIX}-models-123456789012/uploads/not-there/model.npz`,
    },
  },
  {
    name: 'with-distillation',
    input: {
      model_uri: 'builtin://digits',
      prune: { amount: 0.5 },
      distill: { enabled: true },
    },
  },
];
