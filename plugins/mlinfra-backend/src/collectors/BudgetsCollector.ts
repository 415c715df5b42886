import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import type { BudgetSource, BudgetSummary } from '../aws/BudgetSource';
import type { Tags } from '../aws/InventorySource';
import type { ClaimChecker, Verdict } from '../claims/ClaimChecker';
import { buildBudget } from './buildBudget';
import type { CollectionInput, CollectionOutput, Collector } from './Collector';
import { unusableBudget } from './unusableBudget';
import { readDetails } from './readDetails';

/** Reads the budgets of one account. */
export class BudgetsCollector implements Collector {
  readonly id = 'budgets';

  constructor(
    private readonly source: BudgetSource,
    private readonly claims: ClaimChecker,
  ) {}

  async collect(input: CollectionInput): Promise<CollectionOutput> {
    const { account, call } = input;
    const budgets = await this.source.budgets(call);
    const claiming = budgets.filter(each => each.entityTagValues.length > 0);
    const verdicts = await this.claims.check(
      account,
      claiming.flatMap(each => each.entityTagValues),
    );
    const refused = claiming.flatMap(budget => refusal(budget, verdicts));
    const refusedArns = new Set(refused.map(each => each.resourceArn));
    const accepted = claiming.filter(each => !refusedArns.has(each.arn));
    const entityRef = (budget: BudgetSummary) =>
      acceptedRef(verdicts.get(budget.entityTagValues[0]));
    const tags = await readDetails<Tags>(input, {
      candidates: accepted.map(budget => ({
        arn: budget.arn,
        fingerprint: JSON.stringify([
          budget.updatedAt,
          budget.limit,
          budget.entityTagValues,
        ]),
        refreshedAt: input.refreshes.get(entityRef(budget)),
      })),
      read: arn => this.source.budgetTags(call, arn),
      isSettled: () => true,
    });
    return {
      rows: accepted
        .filter(({ arn }) => !tags.gone.has(arn))
        .map(summary => {
          const budget = buildBudget({
            call,
            emulated: account.emulated,
            summary,
            entityRef: entityRef(summary),
            environment: tags.contents.get(summary.arn)?.[
              MLINFRA_TAGS.environment
            ],
            collectedAt: input.now,
          });
          const { id, environment, status } = budget;
          return {
            id,
            entityRef: budget.entityRef,
            environment,
            status,
            content: budget,
          };
        }),
      rejected: refused,
      details: tags.kept,
      incomplete: tags.incomplete,
    };
  }
}

function refusal(
  budget: BudgetSummary,
  verdicts: Map<string, Verdict>,
): CollectionOutput['rejected'] {
  const unusable = unusableBudget(budget);
  const verdict = verdicts.get(budget.entityTagValues[0]);
  const reason =
    unusable ?? (verdict && !verdict.accepted ? verdict.reason : undefined);
  return reason === undefined
    ? []
    : [
        {
          resourceArn: budget.arn,
          claimedEntityRef: budget.entityTagValues.join(', '),
          reason,
        },
      ];
}

function acceptedRef(verdict: Verdict | undefined): string {
  return verdict?.accepted ? verdict.entityRef : '';
}
