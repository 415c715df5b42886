import { fakeRegion } from '../../__testUtils__/fakeRegion';

describe('models (CH6)', () => {
  it('are endpoints without an address, signed for', async () => {
    const { source, endpoint } = fakeRegion();
    const arn = source.addModel('web');
    const found = await endpoint('sagemaker-endpoint');
    expect(found).toMatchObject({
      id: arn,
      status: 'live',
      auth: 'iam',
      model: { configName: 'web-1' },
    });
    expect(found?.url).toBeUndefined();
  });

  it('are read again when the list shows a change, and gone when it does not show them', async () => {
    const { source, collect } = fakeRegion();
    source.addModel('web');
    await collect();
    await collect();
    expect(source.takeAsked()).toEqual(['model web']);
    source.modelList[0].state = 'Updating';
    expect((await collect()).endpoints).toMatchObject([{ status: 'updating' }]);
    expect(source.takeAsked()).toEqual(['model web']);
    source.modelList.pop();
    expect((await collect()).endpoints).toEqual([]);
  });

  it('are gone that were listed a moment ago', async () => {
    const { source, collect } = fakeRegion();
    source.addModel('web');
    source.modelsByName.clear();
    expect((await collect()).endpoints).toEqual([]);
  });
});
