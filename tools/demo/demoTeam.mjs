// @ts-check

import { demoPipeline } from './demoPipeline.mjs';
import { demoRetention } from './demoRetention.mjs';

/**
 * @typedef {object} DemoFunction
 * @property {string} name
 * @property {Record<string, string>} tags
 * @property {string} imageUri
 * @property {number} memoryMb
 * @property {number} timeoutSeconds
 * @property {Record<string, string>} [environment]
 *
 * @typedef {DemoFunction & { region: string, apiKeyRequired: boolean }} DemoEndpoint
 */

const ENTITY = 'component:default/demo-speech';

/** @param {string} environment */
function tagsOf(environment) {
  return {
    'backstage.io/entity-ref': ENTITY,
    'mlinfra:team': 'ml-demo',
    'mlinfra:stack': 'inference-api',
    'mlinfra:environment': environment,
    'mlinfra:template-version': '0.1.0',
    'mlinfra:managed-by': 'demo',
  };
}

/** @param {string} environment */
function imageOf(environment) {
  return `123456789012.dkr.ecr.eu-central-1.amazonaws.com/ml-demo-demo-speech-${environment}-image:demo`;
}

/** What the demo team has deployed. @type {DemoEndpoint[]} */
export const demoEndpoints = [
  {
    name: 'ml-demo-demo-speech-dev',
    region: 'eu-central-1',
    tags: tagsOf('dev'),
    imageUri: imageOf('dev'),
    memoryMb: 3008,
    timeoutSeconds: 900,
    apiKeyRequired: false,
  },
  {
    name: 'ml-demo-demo-speech-prod',
    region: 'eu-central-1',
    tags: tagsOf('prod'),
    imageUri: imageOf('prod'),
    memoryMb: 4096,
    timeoutSeconds: 900,
    apiKeyRequired: true,
  },
];

/**
 * @param {string} name of the service and its environment
 * @param {Record<string, string>} tags
 * @param {{ limit: string, actual: string, forecast: string }} amounts USD
 */
function budgetOf(name, tags, { limit, actual, forecast }) {
  const usd = (/** @type {string} */ Amount) => ({ Amount, Unit: 'USD' });
  return {
    Budget: {
      BudgetName: `ml-demo-${name}-monthly`,
      BudgetType: /** @type {const} */ ('COST'),
      TimeUnit: /** @type {const} */ ('MONTHLY'),
      BudgetLimit: usd(limit),
      CostFilters: {
        TagKeyValue: [
          `user:backstage.io/entity-ref$${tags['backstage.io/entity-ref']}`,
        ],
      },
      CalculatedSpend: {
        ActualSpend: usd(actual),
        ForecastedSpend: usd(forecast),
      },
    },
    ResourceTags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** What the demo team may spend, and has. */
export const demoBudgets = [
  budgetOf('demo-speech-dev', tagsOf('dev'), {
    limit: '50',
    actual: '18.42',
    forecast: '31.07',
  }),
  budgetOf('demo-speech-prod', tagsOf('prod'), {
    limit: '200',
    actual: '171.9',
    forecast: '214.35',
  }),
  budgetOf('demo-compression-dev', demoPipeline.tags, {
    limit: '50',
    actual: '3.18',
    forecast: '5.4',
  }),
  budgetOf('demo-retention-dev', demoRetention.budgetTags, {
    limit: '120',
    actual: '74.6',
    forecast: '109.2',
  }),
];
