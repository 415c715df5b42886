import { fakeRegion, many } from '../../__testUtils__/fakeRegion';

describe('databases (E3)', () => {
  it('are read, and disappear', async () => {
    const { source, collect } = fakeRegion();
    source.addTable('web');
    source.addInstance('web');
    expect((await collect()).databases).toMatchObject([
      { kind: 'rds-instance', status: 'live' },
      { kind: 'dynamodb-table', status: 'live' },
    ]);
    source.instanceList[0].state = 'storage-full';
    expect((await collect()).databases).toMatchObject([
      { kind: 'rds-instance', status: 'failed' },
      {},
    ]);
    expect(source.takeAsked()).toEqual(['table web']);
    source.instanceList.pop();
    source.tagged.clear();
    expect((await collect()).databases).toEqual([]);
  });

  it('never show as live what has not been read yet', async () => {
    const { source, collect } = fakeRegion(many(150));
    many(150).forEach(name => source.addTable(name));
    const { databases, incomplete } = await collect();
    expect(incomplete).toBe(true);
    const unread = databases.filter(each => each.status === 'unknown');
    expect(unread).toHaveLength(50);
  });
});
