import { AwsCallError } from './AwsCallError';
import { isGone } from './isGone';

/** What AWS answers, or undefined when it says that what was asked about does not exist. */
export async function unlessGone<Answer>(
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AwsCallError && isGone(error)) {
      return undefined;
    }
    throw error;
  }
}
