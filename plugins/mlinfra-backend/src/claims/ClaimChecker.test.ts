import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component } from '../__testUtils__/entities';
import { accountConfig } from '../__testUtils__/mlinfraConfig';
import { ClaimChecker } from './ClaimChecker';

const entities = [
  component('speech'),
  component('churn', 'group:default/ml-churn'),
];

function checker() {
  const catalog = catalogServiceMock({ entities });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  return { asked, checker: new ClaimChecker(catalog, mockServices.auth()) };
}

describe('ClaimChecker', () => {
  it('accepts an entity of an allowed owner, in any case', async () => {
    const account = accountConfig('111111111111', {
      owners: ['group:default/ml-speech'],
    });
    const verdicts = await checker().checker.check(account, [
      'Component:default/SPEECH',
      'component:default/churn',
    ]);
    expect(verdicts.get('Component:default/SPEECH')).toEqual({
      accepted: true,
      entityRef: 'component:default/speech',
    });
    expect(verdicts.get('component:default/churn')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining('group:default/ml-speech'),
    });
  });

  it('accepts what the entity filter matches', async () => {
    const account = accountConfig('111111111111', {
      entityFilter: { kind: 'component', 'metadata.name': 'churn' },
    });
    const verdicts = await checker().checker.check(account, [
      'component:default/speech',
      'component:default/churn',
    ]);
    expect(verdicts.get('component:default/churn')?.accepted).toBe(true);
    expect(verdicts.get('component:default/speech')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining('entityFilter of account 111111111111'),
    });
  });

  it('refuses what is malformed or unknown, and says what to do', async () => {
    const verdicts = await checker().checker.check(
      accountConfig('111111111111'),
      ['speech', 'component:default/nobody'],
    );
    expect(verdicts.get('speech')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining('component:default/speech'),
    });
    expect(verdicts.get('component:default/nobody')).toMatchObject({
      accepted: false,
      reason: expect.stringContaining('register it'),
    });
  });

  it('asks the catalog once per 200 entities', async () => {
    const values = Array.from(
      { length: 450 },
      (_, index) => `component:default/c${index}`,
    );
    const set = checker();
    await set.checker.check(accountConfig('111111111111'), [
      ...values,
      ...values,
    ]);
    expect(set.asked).toHaveBeenCalledTimes(3);
  });
});
