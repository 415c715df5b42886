import { AwsCallError } from '../../aws/AwsCallError';
import { concernsAccount } from '../../aws/concernsAccount';

/** What AWS refused during a collection that went on without it. */
export class Problems {
  readonly errors: AwsCallError[] = [];

  /**
   * What AWS answers, or something else when it refuses this call. What would
   * refuse every other call alike ends the collection.
   */
  async tolerate<Answer, Instead>(
    ask: () => Promise<Answer>,
    instead: () => Instead,
  ): Promise<Answer | Instead> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AwsCallError) || concernsAccount(error)) {
        throw error;
      }
      if (!this.errors.some(each => each.message === error.message)) {
        this.errors.push(error);
      }
      return instead();
    }
  }
}
