/**
 * Where a request is sent to. AWS's own host names lead to AWS; those of the
 * emulated AWS lead nowhere, so these requests go to the emulator, which
 * tells them apart by the host that stands in them.
 */
export function connectionUrl(url: URL, emulated: boolean): URL {
  if (!emulated) {
    return url;
  }
  const endpoint = process.env.AWS_ENDPOINT_URL;
  if (!endpoint) {
    throw new Error(
      'An emulated account needs AWS_ENDPOINT_URL, the address of the emulator, in the environment of the backend',
    );
  }
  return new URL(`${url.pathname}${url.search}`, endpoint);
}
