import type {
  AccountsResponse,
  Budget,
  Endpoint,
  EntityBudgetsResponse,
  EntityRef,
  EntitySummaryResponse,
  EndpointListQuery,
  ListQuery,
  MlinfraApi,
  Page,
  RefreshResponse,
} from '@mlinfra/plugin-mlinfra-common';
import {
  accountsResponse,
  budget,
  budgetsResponse,
  exceededBudget,
} from './fixtures';
import {
  FixtureEndpoints,
  type FixtureEndpointAnswers,
} from './FixtureEndpoints';
import { page } from './page';

/** What the fixtures answer instead of the usual. */
export interface FixtureAnswers extends FixtureEndpointAnswers {
  budgets?: (entityRef: EntityRef) => Promise<EntityBudgetsResponse>;
  accounts?: () => Promise<AccountsResponse>;
  refresh?: () => Promise<RefreshResponse>;
  /** Makes the fleet lists fail. */
  listError?: Error;
  budgetRows?: Budget[];
}

/** The backend's API answered from fixtures, with the backend's filters and cursors. */
export class FixtureMlinfraApi extends FixtureEndpoints implements MlinfraApi {
  constructor(protected readonly answers: FixtureAnswers = {}) {
    super(answers);
  }

  async getEntitySummary(entityRef: EntityRef): Promise<EntitySummaryResponse> {
    const { aws, collections } = await this.getEntityEndpoints(entityRef);
    return { entityRef, aws, stacks: [], environments: [], collections };
  }

  getEntityBudgets(entityRef: EntityRef): Promise<EntityBudgetsResponse> {
    return (
      this.answers.budgets?.(entityRef) ??
      Promise.resolve(budgetsResponse({ entityRef }))
    );
  }

  async listEndpoints(query: EndpointListQuery = {}): Promise<Page<Endpoint>> {
    this.failIfAsked();
    const rows = this.endpointRows().filter(
      ({ kind }) => !query.kind || kind === query.kind,
    );
    return page(matching(rows, query), query);
  }

  async listBudgets(query: ListQuery = {}): Promise<Page<Budget>> {
    this.failIfAsked();
    const rows = this.answers.budgetRows ?? [budget(), exceededBudget()];
    return page(matching(rows, query), query);
  }

  private failIfAsked() {
    if (this.answers.listError) {
      throw this.answers.listError;
    }
  }

  getAccounts(): Promise<AccountsResponse> {
    return this.answers.accounts?.() ?? Promise.resolve(accountsResponse());
  }

  refresh(): Promise<RefreshResponse> {
    return (
      this.answers.refresh?.() ??
      Promise.resolve({ status: 'scheduled', retryAfterSeconds: 30 })
    );
  }
}

function matching<T extends Endpoint | Budget>(
  rows: T[],
  { environment, accountId, status }: ListQuery,
): T[] {
  return rows.filter(
    row =>
      (!environment || row.environment === environment) &&
      (!accountId || row.accountId === accountId) &&
      (!status || row.status === status),
  );
}
