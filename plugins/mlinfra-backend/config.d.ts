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
      /** Pipelines and their runs, per account and region. Every minute by default. */
      runs?: {
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
    /** Runs of pipelines. */
    runs?: {
      /**
       * Share of AWS's request quotas for Step Functions that one backend
       * process may use; 0.2 by default. Divide it by the number of replicas.
       */
      quotaShare?: number;
      /** How long runs are kept after their start; 90 days by default. */
      retention?: HumanDuration | string;
      /** How often a run is read while a page follows it; 3 seconds by default. */
      followInterval?: HumanDuration | string;
      /** Whether the history of a run is read when it ends, whether or not somebody looks; true by default. */
      readHistoryOnEnd?: boolean;
      /**
       * Keys whose values are redacted before inputs, outputs, events and
       * logs are stored or shown; in place of a list of common ones such as
       * `password` and `token`. A pattern is a part of a key, or a whole key
       * with `*` in it; `!` before it makes an exception.
       */
      redact?: string[];
    };
    /** Sending requests to endpoints from their pages. */
    tryIt?: {
      /**
       * Whether it is possible at all; false by default. The roles in the
       * accounts need permissions beside, see "IAM policy" in the README.
       */
      enabled?: boolean;
      /** Longest body that is sent; 65536 by default, at most 262144. */
      maxBodyBytes?: number;
      /** Requests per minute of one person, and to one endpoint, in each backend process; 20 by default. */
      perMinute?: number;
    };
  };
}
