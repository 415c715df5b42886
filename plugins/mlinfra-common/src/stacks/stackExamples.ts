import { STACK_IDS, type StackId } from './stackIds';

/** A request that a stack's starter service answers, relative to the URL of the API's stage. @public */
export interface StackExample {
  title: string;
  method: 'GET' | 'POST';
  /** Starts with a slash. */
  path: string;
  contentType?: string;
  /** Text that fits the service's own description of the request. */
  body?: string;
}

/** What can be sent to a stack with text alone. @public */
export interface StackExamples {
  /** Of the stack's API, the most telling one first. */
  api: StackExample[];
  /** Of the model that SageMaker hosts for it. */
  model?: Required<Pick<StackExample, 'title' | 'contentType' | 'body'>>;
}

const HEALTH: StackExample = {
  title: 'Health of the service',
  method: 'GET',
  path: '/health',
};

const CUSTOMER = {
  tenure_months: 2,
  contract: 'month_to_month',
  payment_method: 'electronic_check',
  paperless_billing: true,
  monthly_charges_usd: 104.5,
  total_charges_usd: 209,
  phone_lines: 1,
  internet_service: 'fiber',
  online_security: false,
  online_backup: false,
  tech_support: false,
  streaming: true,
  support_calls_90_days: 4,
};

const HOUR = {
  hour: 8,
  weekday: 'monday',
  holiday: false,
  temperature_c: 18.5,
  rain_mm: 0,
};

const MACHINE = {
  age_days: 1447,
  load_percent: 60,
  temperature_c: 52,
  vibration_mm_s: 3.1,
};

/** Examples of each stack. @public */
export const STACK_EXAMPLES: Record<StackId, StackExamples> = {
  // Its main request takes audio, which is no text.
  'inference-api': {
    api: [
      HEALTH,
      { title: 'A URL to upload audio to', method: 'POST', path: '/uploads' },
    ],
  },
  'compression-pipeline': {
    api: [
      json('Compress the reference model', '/submit', {
        model_uri: 'builtin://digits',
      }),
      json('A URL to upload a model to', '/presign', {}),
    ],
  },
  churn: {
    api: [json('Predict one customer', '/predict', CUSTOMER), HEALTH],
    model: {
      title: 'Predict one customer, as the model’s columns',
      contentType: 'text/csv',
      body: '2,0,0,0,1,0,1,104.5,209,1,0,1,0,0,0,1,4',
    },
  },
  predictor: {
    api: [
      json('Predict one hour', '/predictions', { instances: [HOUR] }),
      HEALTH,
    ],
  },
  'platform-baseline': {
    api: [
      json('Predict one machine', '/predict', { features: MACHINE }),
      HEALTH,
    ],
  },
};

/**
 * The examples of the stack that a tag names, or undefined when the tag names
 * no stack that this version knows.
 *
 * @public
 */
export function stackExamples(
  stackTag: string | undefined,
): StackExamples | undefined {
  const id = STACK_IDS.find(each => each === stackTag);
  return id && STACK_EXAMPLES[id];
}

function json(title: string, path: string, body: object): StackExample {
  return {
    title,
    method: 'POST',
    path,
    contentType: 'application/json',
    body: JSON.stringify(body, null, 2),
  };
}
