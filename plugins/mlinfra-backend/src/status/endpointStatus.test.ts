import { type EndpointParts, endpointStatus } from './endpointStatus';
import type { FunctionHealth } from './functionStatus';

const active: FunctionHealth = {
  name: 'predict',
  found: true,
  state: { state: 'Active', lastUpdateStatus: 'Successful' },
};
const live: EndpointParts = {
  api: {},
  detailsRead: true,
  stage: { name: 'v1', deploymentId: 'd1' },
  functions: [active],
  links: [],
  services: [],
};
const webRuns = {
  status: 'live' as const,
  reason: 'Service web runs its task.',
};
const withState = (
  state?: string,
  lastUpdateStatus?: string,
  stateReason?: string,
): Partial<EndpointParts> => ({
  functions: [
    {
      name: 'predict',
      found: true,
      state: { state, lastUpdateStatus, stateReason },
    },
  ],
});

describe('endpointStatus (A4)', () => {
  it.each<[string, Partial<EndpointParts>, string, RegExp]>([
    [
      'all is ready',
      {},
      'live',
      /^Stage v1 is deployed, and function predict is active\.$/,
    ],
    ['the API is available', { api: { state: 'AVAILABLE' } }, 'live', /active/],
    [
      'several functions',
      { functions: [active, { ...active, name: 'b' }] },
      'live',
      /predict and 1 more are active\.$/,
    ],
    [
      'the API is updating',
      { api: { state: 'UPDATING' } },
      'updating',
      /being updated/,
    ],
    [
      'the API failed',
      { api: { state: 'FAILED', stateReason: 'no certificate.' } },
      'failed',
      /failed: no certificate\.$/,
    ],
    [
      'a new word for the API',
      { api: { state: 'SLEEPING' } },
      'unknown',
      /SLEEPING/,
    ],
    ['no stage', { stage: undefined }, 'not-deployed', /no stage/],
    [
      'a stage without deployment',
      { stage: { name: 'v1' } },
      'not-deployed',
      /Stage v1 has no deployment/,
    ],
    [
      'a failed deployment',
      {
        stage: {
          name: 'v1',
          deploymentId: 'd',
          deploymentFailure: 'bad route',
        },
      },
      'degraded',
      /bad route/,
    ],
    [
      'a missing route',
      { missingRoute: 'POST /predict' },
      'degraded',
      /does not take POST \/predict/,
    ],
    ['nothing behind it', { functions: [] }, 'unknown', /No Lambda function/],
    [
      'a service behind it',
      { functions: [], services: [webRuns] },
      'live',
      /^Stage v1 is deployed, and service web runs its task\.$/,
    ],
    [
      'functions and a service behind it',
      { functions: [active, { ...active, name: 'b' }], services: [webRuns] },
      'live',
      /deployed, function predict and 1 more are active, and service web runs/,
    ],
    [
      'a failed service behind it',
      { services: [{ status: 'failed', reason: 'No task.' }] },
      'failed',
      /No task/,
    ],
    [
      'a service behind a link that is well',
      {
        functions: [],
        links: [{ status: 'live', reason: 'VPC link l1 is available.' }],
        services: [webRuns],
      },
      'live',
      /^Stage v1 is deployed, and service web runs its task\.$/,
    ],
    [
      'a service behind a link that sleeps',
      {
        functions: [],
        links: [{ status: 'degraded', reason: 'VPC link l1 sleeps.' }],
        services: [webRuns],
      },
      'degraded',
      /l1 sleeps/,
    ],
    [
      'something behind a link that nobody knows',
      { hidden: 'Nobody knows.' },
      'unknown',
      /Nobody knows/,
    ],
    [
      'details not read',
      { detailsRead: false, stage: undefined },
      'unknown',
      /not been read/,
    ],
    [
      'a function that does not exist',
      { functions: [{ name: 'predict', found: false, elsewhere: false }] },
      'degraded',
      /does not exist/,
    ],
    [
      'a function elsewhere',
      { functions: [{ name: 'predict', found: false, elsewhere: true }] },
      'unknown',
      /another account or region/,
    ],
    [
      'a function not read yet',
      { functions: [{ name: 'predict', found: true, state: undefined }] },
      'unknown',
      /not been read/,
    ],
    ['a pending function', withState('Pending'), 'updating', /being created/],
    [
      'an updating function',
      withState('Active', 'InProgress'),
      'updating',
      /being updated/,
    ],
    [
      'a failed update',
      withState('Active', 'Failed'),
      'degraded',
      /version before it answers/,
    ],
    [
      'an idle function',
      withState('Inactive', 'Successful'),
      'degraded',
      /inactive/,
    ],
    [
      'a failed function',
      withState('Failed', 'Successful', 'ImageAccessDenied'),
      'failed',
      /ImageAccessDenied/,
    ],
    [
      'a deactivated function',
      withState('Deactivated', 'Successful'),
      'failed',
      /takes no requests/,
    ],
    [
      'a function being deleted',
      withState('Deleting', 'Successful'),
      'failed',
      /takes no requests/,
    ],
    [
      'a new word for the function',
      withState('Dreaming', 'Successful'),
      'unknown',
      /Dreaming/,
    ],
    [
      'a new word for the update',
      withState('Active', 'Sideways'),
      'unknown',
      /Sideways/,
    ],
    ['no word at all', withState(undefined, undefined), 'unknown', /nothing/],
    [
      'the worst of several',
      { functions: [active, ...withState('Failed').functions!] },
      'failed',
      /has failed/,
    ],
    [
      'an updating API over a deleted function',
      {
        api: { state: 'UPDATING' },
        functions: [{ name: 'f', found: false, elsewhere: false }],
      },
      'degraded',
      /does not exist/,
    ],
  ])('%s', (_name, parts, status, reason) => {
    const result = endpointStatus({ ...live, ...parts });
    expect(result.status).toBe(status);
    expect(result.reason).toMatch(reason);
    expect(result.reason).toMatch(/^[A-Z][^]*\.$/);
  });
});
