import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Timestamp,
  UsdAmount,
} from './identifiers';

/** `ok` below 80 % of the limit, `warning` from there or when the forecast passes it, `exceeded` from 100 %. @public */
export type BudgetStatus = 'ok' | 'warning' | 'exceeded' | 'unknown';

/** A monthly AWS budget of an entity. Amounts are in USD. @public */
export interface Budget {
  /** The budget's ARN. */
  id: string;
  entityRef: EntityRef;
  name: string;
  accountId: AccountId;
  accountName?: string;
  environment?: EnvironmentId;
  /** AWS's own word: `MONTHLY`, `QUARTERLY`, `ANNUALLY`, `DAILY`. */
  timeUnit: string;
  limit: UsdAmount;
  /** Spend in the running period; absent while AWS has not computed it. */
  actual?: UsdAmount;
  /** AWS's forecast for the running period; absent while there is none. */
  forecast?: UsdAmount;
  /** Share of the limit that is spent, in percent with one decimal; absent without `actual`. */
  usedPercent?: number;
  status: BudgetStatus;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  collectedAt: Timestamp;
}
