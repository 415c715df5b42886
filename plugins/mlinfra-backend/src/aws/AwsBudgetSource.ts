import {
  type Budget,
  DescribeBudgetsCommand,
  ListTagsForResourceCommand,
  type Spend,
} from '@aws-sdk/client-budgets';
import type { AwsCall, AwsCaller } from './AwsCaller';
import { AwsCallError } from './AwsCallError';
import type { AwsClients } from './AwsClients';
import type { AwsAmount, BudgetSource, BudgetSummary } from './BudgetSource';
import type { Tags } from './InventorySource';
import { entityTagValues } from './entityTagValues';
import { isGone } from './isGone';
import { partitionOf } from './partition';
import { readAllPages } from './readAllPages';

/** The most that AWS gives per page. */
const PER_PAGE = 1000;

/** Budgets, read from AWS; the service answers in one region per partition. */
export class AwsBudgetSource implements BudgetSource {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async budgets(call: AwsCall): Promise<BudgetSummary[]> {
    const budgets = await readAllPages<Budget>(async NextToken => {
      const page = await this.caller.run('DescribeBudgets', call, options =>
        this.clients.budgets(call).send(
          new DescribeBudgetsCommand({
            AccountId: call.accountId,
            MaxResults: PER_PAGE,
            NextToken,
            ShowFilterExpression: true,
          }),
          options,
        ),
      );
      return { items: page.Budgets, next: page.NextToken };
    });
    return budgets.map(budget => summary(call, budget));
  }

  async budgetTags(
    call: AwsCall,
    ResourceARN: string,
  ): Promise<Tags | undefined> {
    try {
      const { ResourceTags } = await this.caller.run(
        'ListTagsForResource',
        call,
        options =>
          this.clients
            .budgets(call)
            .send(new ListTagsForResourceCommand({ ResourceARN }), options),
      );
      return Object.fromEntries(
        (ResourceTags ?? []).map(tag => [tag.Key ?? '', tag.Value ?? '']),
      );
    } catch (error) {
      if (error instanceof AwsCallError && isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function summary(
  { accountId, region }: AwsCall,
  budget: Budget,
): BudgetSummary {
  const name = budget.BudgetName ?? '';
  return {
    arn: `arn:${partitionOf(region).id}:budgets::${accountId}:budget/${name}`,
    name,
    type: budget.BudgetType ?? '',
    timeUnit: budget.TimeUnit ?? '',
    limit: amount(budget.BudgetLimit),
    actual: amount(budget.CalculatedSpend?.ActualSpend),
    forecast: amount(budget.CalculatedSpend?.ForecastedSpend),
    entityTagValues: entityTagValues(budget),
    updatedAt: budget.LastUpdatedTime?.toISOString(),
  };
}

function amount(spend: Spend | undefined): AwsAmount | undefined {
  return spend?.Amount === undefined || spend.Unit === undefined
    ? undefined
    : { amount: spend.Amount, unit: spend.Unit };
}
