import { zonesOfRegion } from '../network/availabilityZones';
import { rootVariables, targetOf } from '../rootVariables';
import { FOUNDATION, stackName } from '../repository/stackName';
import type { RepositoryStacks } from '../repository/RepositoryStacks';
import type { TerraformVariables } from '../stackDefinition';
import type { StackEnvironment } from '../stackEnvironments';
import type { FoundationInputs } from './inputs';

const BACKUP_RETENTION_DAYS = { dev: 7, prod: 35 };
const AUDIT_TRAIL_DAYS = { dev: 90, prod: 365 };

/** The variable file of `terraform/stacks/foundation` in one environment. @public */
export function foundationVariables(
  request: RepositoryStacks & { foundation: FoundationInputs },
  environment: StackEnvironment,
  templateVersion: string,
): TerraformVariables {
  const { identity, targets, foundation: inputs } = request;
  const root = { identity, targets, environment, inputs, templateVersion };
  const target = targetOf(root);
  const zones = inputs.availabilityZones[environment];
  return {
    ...rootVariables(root),
    name: stackName(request, FOUNDATION),
    shared_network: inputs.sharedNetwork[environment],
    nat_mode: inputs.natMode[environment],
    vpc_cidr: inputs.vpcCidr[environment],
    availability_zones: zones.length > 0 ? zones : zonesOfRegion(target.region),
    audit_trail: inputs.auditTrail[environment],
    audit_trail_days: AUDIT_TRAIL_DAYS[environment],
    audit_trail_to_cloudwatch: inputs.auditTrailToCloudwatch[environment],
    dashboard: inputs.dashboard[environment],
    // Only a dashboard depends on which stacks there are.
    stack_names: inputs.dashboard[environment]
      ? Object.fromEntries(
          request.stacks.map(({ definition: { id } }) => [
            id,
            stackName(request, id),
          ]),
        )
      : {},
    database: inputs.database[environment],
    backup_retention_days: BACKUP_RETENTION_DAYS[environment],
    log_retention_days: inputs.logRetentionDays[environment],
    monthly_budget_usd: target.monthlyBudgetUsd,
    alert_emails: identity.alertEmails,
  };
}
