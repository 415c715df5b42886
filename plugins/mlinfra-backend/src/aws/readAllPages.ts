/** Most pages of one list: far above any real account, so that a token that never ends is noticed. */
const MOST_PAGES = 2_000;

/**
 * Follows a list's token to its end.
 *
 * @throws Error when AWS repeats a token, which would never end.
 */
export async function readAllPages<Item>(
  readPage: (
    token: string | undefined,
  ) => Promise<{ items: Item[] | undefined; next: string | undefined }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await readPage(token);
    all.push(...(items ?? []));
    // Some services end with an empty token instead of none.
    if (!next) {
      return all;
    }
    if (next === token) {
      throw new Error('AWS answered with the same page token twice');
    }
    token = next;
  }
  throw new Error(`AWS answered with more than ${MOST_PAGES} pages`);
}
