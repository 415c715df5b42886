import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
} from './identifiers';

/** What an alarm says. @public */
export type AlarmState = 'ok' | 'alarm' | 'insufficient-data';

/** A CloudWatch alarm of an entity. @public */
export interface Alarm {
  /** ARN. */
  id: string;
  entityRef: EntityRef;
  name: string;
  description?: string;
  state: AlarmState;
  /** AWS's sentence on the state. */
  reason: string;
  /** Since when it is in this state. */
  since?: Timestamp;
  /** What is measured, for example `AWS/Lambda Errors`; absent for expressions. */
  metric?: string;
  /** Whether anyone is told. */
  actionsEnabled: boolean;
  /** `id`s of the endpoints and databases it watches, as far as its dimensions tell. */
  watches: string[];
  stack?: string;
  environment?: EnvironmentId;
  accountId: AccountId;
  accountName?: string;
  region: Region;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  collectedAt: Timestamp;
}
