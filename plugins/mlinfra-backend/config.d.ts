import { HumanDuration } from '@backstage/types';

export interface Config {
  mlinfra?: {
    /**
     * The AWS accounts that are read. Without any, the portal runs and says
     * that no AWS is connected. Credentials are those of the `aws` section
     * (`@backstage/integration-aws-node`).
     */
    accounts?: Array<{
      /** Twelve digits, in quotes. */
      accountId: string;
      /** Name that people see; the account id by default. */
      name?: string;
      /** Regions that are read, for example `eu-central-1`. */
      regions: string[];
      /**
       * Owners whose entities may be claimed by tags in this account, for
       * example `group:default/ml-speech`. Absent: any owner.
       */
      owners?: string[];
      /**
       * Filter predicate over catalog entities: only entities that match may
       * be claimed by tags in this account. Applies beside `owners`.
       */
      entityFilter?: object;
      /** Environments that may be created here; any by default. */
      environments?: string[];
      /** Id of the account that pays for this one; the account itself by default. */
      payer?: string;
      /** True for an emulated AWS; shown beside everything read from it. */
      emulated?: boolean;
    }>;
    /** How often is read, and how long one collection may take. */
    schedules?: {
      /** Endpoints, per account and region. Every 10 minutes by default. */
      inventory?: {
        frequency?: HumanDuration | string;
        timeout?: HumanDuration | string;
      };
      /** Budgets, per account. Every 60 minutes by default. */
      budgets?: {
        frequency?: HumanDuration | string;
        timeout?: HumanDuration | string;
      };
    };
    refresh?: {
      /** Least time between two refreshes of one entity; 30 seconds by default. */
      minInterval?: HumanDuration | string;
    };
    aws?: {
      /** Attempts per AWS call, the first one included; 4 by default. */
      maxAttempts?: number;
      /** Collections that one backend process runs at a time; 4 by default. */
      concurrency?: number;
      /** Longest that one AWS request may take; 20 seconds by default. */
      requestTimeout?: HumanDuration | string;
    };
  };
}
