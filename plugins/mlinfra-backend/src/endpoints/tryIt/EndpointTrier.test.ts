import { EndpointStandIn } from '../../__testUtils__/EndpointStandIn';
import { FakeInvocations } from '../../__testUtils__/FakeInvocations';
import { isolateAwsEnvironment } from '../../__testUtils__/awsEnvironment';
import {
  accountConfig,
  mlinfraConfig,
} from '../../__testUtils__/mlinfraConfig';
import { storedEndpoint } from '../../__testUtils__/storedEndpoint';
import { EndpointTrier } from './EndpointTrier';
import { expectedHost } from './expectedHost';

describe('EndpointTrier', () => {
  isolateAwsEnvironment();
  const target = new EndpointStandIn();
  beforeAll(() => target.start());
  afterAll(() => target.stop());

  it.each([
    ['never answers', () => undefined],
    [
      'never ends its answer',
      (response: { write(text: string): unknown }) => response.write('x'),
    ],
  ])('gives up on an endpoint that %s', async (_, answer) => {
    target.answer = answer;
    const trier = new EndpointTrier({
      config: mlinfraConfig([
        accountConfig('111111111111', { emulated: true }),
      ]),
      invocations: new FakeInvocations(),
      timeoutMs: 200,
    });
    await expect(
      trier.send(storedEndpoint(), { request: 'POST /predict', body: '{}' }),
    ).rejects.toThrow('gave no answer within 0.2 s');
  });
});

describe('expectedHost', () => {
  const api = storedEndpoint();
  const service = storedEndpoint({ kind: 'ecs-service' });

  it.each([
    [api, 'https://abc123.execute-api.eu-central-1.amazonaws.com/v1/x', true],
    [api, 'http://abc123.execute-api.eu-central-1.amazonaws.com/v1/x', false],
    [api, 'https://other1.execute-api.eu-central-1.amazonaws.com/', false],
    [api, 'https://abc123.execute-api.us-east-1.amazonaws.com/', false],
    [api, 'https://abc123.execute-api.eu-central-1.amazonaws.com:8443/', false],
    [api, 'https://u@abc123.execute-api.eu-central-1.amazonaws.com/', false],
    [
      api,
      'https://abc123.execute-api.eu-central-1.amazonaws.com.evil.com/',
      false,
    ],
    [api, 'https://127.0.0.1/', false],
    [api, 'nothing', false],
    [service, 'http://web-1234567890.eu-central-1.elb.amazonaws.com/', true],
    [
      service,
      'http://internal-web-1234567890.eu-central-1.elb.amazonaws.com/',
      false,
    ],
    [service, 'http://web.example.com/', false],
    [service, 'file:///etc/passwd', false],
  ])('of %# %s is %s', (endpoint, address, expected) => {
    expect(expectedHost(endpoint, address)).toBe(expected);
  });
});
