// @ts-check

const REGION = 'eu-central-1';
const ACCOUNT = '123456789012';
const PREFIX = 'ml-demo-demo-retention';

/**
 * @param {string} stack
 * @param {string} environment
 */
function tagsOf(stack, environment) {
  return {
    'backstage.io/entity-ref': 'component:default/demo-retention',
    'mlinfra:team': 'ml-demo',
    'mlinfra:stack': stack,
    'mlinfra:environment': environment,
    'mlinfra:template-version': '0.1.0',
    'mlinfra:managed-by': 'demo',
  };
}

/** @param {string} part of the repository */
function imageOf(part) {
  return `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${PREFIX}-dev-${part}:demo`;
}

/**
 * The demo team's repository of several stacks: every kind of endpoint, the
 * databases beside them and their alarms.
 */
export const demoRetention = {
  region: REGION,
  topicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:${PREFIX}-dev-alerts`,
  budgetTags: tagsOf('churn', 'dev'),
  /** Churn: the API of the model. */
  predictionApi: {
    name: `${PREFIX}-dev-prediction`,
    tags: tagsOf('churn', 'dev'),
    imageUri: imageOf('api'),
    memoryMb: 1024,
    timeoutSeconds: 30,
    routes: ['GET /health', 'POST /predict'],
  },
  /** Churn: the model itself. */
  model: {
    name: `${PREFIX}-dev-xgboost-endpoint`,
    tags: tagsOf('churn', 'dev'),
    image: `492215442770.dkr.ecr.${REGION}.amazonaws.com/sagemaker-xgboost:1.7-1`,
    memoryMb: 2048,
    maxConcurrency: 5,
  },
  /** Churn: the page, behind a load balancer. */
  page: {
    name: `${PREFIX}-dev-ui`,
    cluster: `${PREFIX}-dev-cluster`,
    tags: tagsOf('churn', 'dev'),
    image: imageOf('ui'),
    port: 8501,
    tasks: 2,
    // At most 32 characters, as AWS has it.
    loadBalancer: `${PREFIX}-dev-alb`,
    healthCheckPath: '/_stcore/health',
  },
  /** Predictor: a service that only its API reaches. */
  predictor: {
    name: `${PREFIX}-dev-predictor`,
    cluster: `${PREFIX}-dev-predictors`,
    tags: tagsOf('predictor', 'dev'),
    image: imageOf('predictor'),
    port: 8080,
    tasks: 1,
  },
  predictorApi: {
    name: `${PREFIX}-dev-predictor`,
    tags: tagsOf('predictor', 'dev'),
    routes: ['GET /health', 'POST /predictions', 'GET /predictions/{id}'],
  },
  /** Platform baseline, in production. */
  baselineApi: {
    name: `${PREFIX}-prod-baseline`,
    region: REGION,
    tags: tagsOf('platform-baseline', 'prod'),
    imageUri: imageOf('baseline'),
    memoryMb: 1024,
    timeoutSeconds: 29,
    apiKeyRequired: true,
  },
  table: {
    name: `${PREFIX}-dev-predictions`,
    tags: tagsOf('predictor', 'dev'),
  },
  postgres: {
    name: `${PREFIX}-prod-records`,
    tags: tagsOf('platform-baseline', 'prod'),
    version: '16.4',
    storageGib: 20,
  },
};
