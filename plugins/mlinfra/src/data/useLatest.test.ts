import { act, renderHook, waitFor } from '@testing-library/react';
import { useLatest } from './useLatest';

describe('useLatest', () => {
  it('keeps the last good answer when asking again fails', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue('second');
    const { result } = renderHook(() => useLatest(load));
    await waitFor(() => expect(result.current.data).toBe('first'));

    await act(() => result.current.reload());
    expect(result.current).toMatchObject({
      data: 'first',
      error: new Error('gone'),
      pending: false,
    });

    await act(() => result.current.reload());
    expect(result.current).toMatchObject({ data: 'second', error: undefined });
  });

  it('drops an answer that is overtaken by a later one', async () => {
    const resolvers: ((answer: string) => void)[] = [];
    const load = () =>
      new Promise<string>(resolve => {
        resolvers.push(resolve);
      });
    const { result } = renderHook(() => useLatest(load));
    await act(async () => {
      result.current.reload();
    });
    await act(async () => resolvers[1]('later'));
    await act(async () => resolvers[0]('earlier'));
    expect(result.current.data).toBe('later');
  });

  it('forgets everything when the question changes', async () => {
    const first = async () => 'first';
    const second = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(({ load }) => useLatest(load), {
      initialProps: { load: first },
    });
    await waitFor(() => expect(result.current.data).toBe('first'));

    rerender({ load: second });
    expect(result.current).toMatchObject({
      data: undefined,
      error: undefined,
      pending: true,
    });
  });
});
