import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { componentEntity } from '../../testing/fixtures';
import { freeName } from './freeName';

const NAME = 'inference-api';

function catalogWith(names: string[]) {
  const catalog = catalogApiMock({
    entities: names.map(name => componentEntity(name)),
  });
  return { catalog, ask: jest.spyOn(catalog, 'getEntitiesByRefs') };
}

describe('freeName', () => {
  it.each([
    [[], NAME],
    [['speech'], NAME],
    [[NAME], `${NAME}-2`],
    [[NAME, `${NAME}-2`, `${NAME}-4`], `${NAME}-3`],
    [[`${NAME}-2`], NAME],
    // Nothing of those bears one of the names.
    [[`${NAME}-gateway`, `my-${NAME}`], NAME],
  ])('C12 finds beside %j the name %s', async (existing, expected) => {
    const { catalog, ask } = catalogWith(existing);
    expect(await freeName(NAME, catalog)).toBe(expected);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('C12 suggests nothing when every name is taken', async () => {
    const { catalog } = catalogWith([
      NAME,
      ...Array.from({ length: 99 }, (_, index) => `${NAME}-${index + 2}`),
    ]);
    expect(await freeName(NAME, catalog)).toBeUndefined();
  });

  it('C12 suggests no name that it would refuse', async () => {
    const { catalog, ask } = catalogWith([]);
    expect(await freeName('Not A Name', catalog)).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();

    const longest = 'a'.repeat(32);
    expect(
      await freeName(longest, catalogWith([longest]).catalog),
    ).toBeUndefined();
  });
});
