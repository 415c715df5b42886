import { authorizerVariable } from '../authorizerVariable';
import { rootVariables, targetOf } from '../rootVariables';
import type {
  StackVariablesRequest,
  TerraformVariables,
} from '../stackDefinition';
import { zonesOfRegion } from '../network/availabilityZones';
import type { CompressionPipelineInputs } from './inputs';
import { COMPRESSION_STEPS } from './stepSettings';

/** The variable file of `terraform/stacks/compression-pipeline` in one environment. */
export function compressionPipelineVariables(
  request: StackVariablesRequest<CompressionPipelineInputs>,
): TerraformVariables {
  const { identity, environment, inputs } = request;
  const target = targetOf(request);
  const domain = inputs.staticSiteDomain[environment];
  const zones = inputs.availabilityZones[environment];
  return {
    ...rootVariables(request),
    architecture: inputs.architecture,
    network_mode: inputs.networkMode[environment],
    vpc_cidr: inputs.vpcCidr[environment],
    availability_zones: zones.length > 0 ? zones : zonesOfRegion(target.region),
    use_spot: inputs.useSpot[environment],
    steps: Object.fromEntries(
      COMPRESSION_STEPS.map(step => {
        const { cpu, memory, timeoutSeconds } = inputs.steps[step];
        return [step, { cpu, memory, timeout_seconds: timeoutSeconds }];
      }),
    ),
    ephemeral_storage_gib: inputs.ephemeralStorageGib,
    authorizer: authorizerVariable(inputs.authorizer),
    cors_allowed_origins: inputs.corsAllowedOrigins[environment],
    throttle: {
      rate_limit: inputs.throttle.rateLimit,
      burst_limit: inputs.throttle.burstLimit,
    },
    api_memory_mb: inputs.apiMemoryMb,
    api_timeout_seconds: inputs.apiTimeoutSeconds,
    static_site: inputs.staticSite,
    static_site_domain: domain && {
      name: domain.name,
      certificate_arn: domain.certificateArn,
    },
    upload_expiration_days: inputs.uploadExpirationDays[environment],
    run_expiration_days: inputs.runExpirationDays[environment],
    job_retention_days: inputs.jobRetentionDays[environment],
    log_retention_days: inputs.logRetentionDays[environment],
    image_retention_count: inputs.imageRetentionCount,
    monthly_budget_usd: target.monthlyBudgetUsd,
    alert_emails: identity.alertEmails,
  };
}
