/** What is wrong with a text that is sent as JSON; undefined where nothing is, or where it is no JSON. */
export function jsonProblem(
  text: string,
  contentType: string | undefined,
): string | undefined {
  if (!contentType || !/[/+]json\b/i.test(contentType) || text === '') {
    return undefined;
  }
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
