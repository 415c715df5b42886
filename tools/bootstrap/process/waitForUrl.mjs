// @ts-check

/**
 * Waits until a URL answers with success.
 *
 * @param {string} url
 * @param {{ timeoutMs: number, stopped?: () => string | undefined }} options
 *   `stopped` names why waiting is pointless, once it is
 */
export async function waitForUrl(url, { timeoutMs, stopped }) {
  const deadline = Date.now() + timeoutMs;
  let last = 'no answer yet';
  while (Date.now() < deadline) {
    const reason = stopped?.();
    if (reason) {
      throw new Error(reason);
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) {
        return;
      }
      last = `HTTP ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error(
    `${url} did not answer within ${timeoutMs / 1000} s (${last})`,
  );
}
