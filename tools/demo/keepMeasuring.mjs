// @ts-check
import { say } from '../bootstrap/progress.mjs';

const MINUTE_MS = 60_000;
const MEASURED_BEFORE_MS = 3 * 60 * MINUTE_MS;

/**
 * Measures the demo team's endpoints for the last hours, then every minute
 * until this process ends. Nothing waits for it.
 *
 * @param {(time: { from: Date, to: Date }) => Promise<void>} measure
 */
export async function keepMeasuring(measure) {
  let from = new Date(Date.now() - MEASURED_BEFORE_MS);
  for (;;) {
    const to = new Date();
    try {
      await measure({ from, to });
    } catch (error) {
      say(
        `The demo team's metrics end here; everything else goes on (${
          error instanceof Error ? error.message : error
        })`,
      );
      return;
    }
    from = to;
    await new Promise(resolve => {
      setTimeout(resolve, MINUTE_MS).unref();
    });
  }
}
