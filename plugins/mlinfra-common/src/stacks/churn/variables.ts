import { zonesOfRegion } from '../network/availabilityZones';
import { rootVariables, targetOf } from '../rootVariables';
import type {
  StackVariablesRequest,
  TerraformVariables,
} from '../stackDefinition';
import type { StackEnvironment } from '../stackEnvironments';
import { capacityWeights } from './capacity';
import type { ChurnInputs } from './inputs';

/** The variable file of `terraform/stacks/churn` in one environment. */
export function churnVariables(
  request: StackVariablesRequest<ChurnInputs>,
): TerraformVariables {
  const { identity, environment, inputs } = request;
  const target = targetOf(request);
  const zones = inputs.availabilityZones[environment];
  return {
    ...rootVariables(request),
    architecture: inputs.architecture,
    ...modelVariables(inputs, environment),
    ...apiVariables(inputs, environment),
    nat_mode: inputs.natMode[environment],
    vpc_cidr: inputs.vpcCidr[environment],
    connected_cidrs: inputs.connectedCidrs[environment],
    availability_zones: zones.length > 0 ? zones : zonesOfRegion(target.region),
    ...pageVariables(inputs, environment),
    blue_green: inputs.blueGreen[environment],
    traffic_shift: inputs.trafficShift,
    log_retention_days: inputs.logRetentionDays[environment],
    image_retention_count: inputs.imageRetentionCount,
    latency_alarm_ms: inputs.latencyAlarmMs,
    monthly_budget_usd: target.monthlyBudgetUsd,
    alert_emails: identity.alertEmails,
  };
}

function modelVariables(
  inputs: ChurnInputs,
  environment: StackEnvironment,
): TerraformVariables {
  const endpoint = inputs.endpoint[environment];
  return {
    model_s3_key: inputs.modelS3Key ?? null,
    endpoint: {
      memory_mb: endpoint.memoryMb,
      max_concurrency: endpoint.maxConcurrency,
      provisioned_concurrency: endpoint.provisionedConcurrency,
    },
  };
}

function apiVariables(
  inputs: ChurnInputs,
  environment: StackEnvironment,
): TerraformVariables {
  return {
    authorizer: { type: inputs.authorizer[environment] },
    cors_allowed_origins: inputs.corsAllowedOrigins[environment],
    throttle: {
      rate_limit: inputs.throttle.rateLimit,
      burst_limit: inputs.throttle.burstLimit,
    },
    api_memory_mb: inputs.apiMemoryMb,
    api_timeout_seconds: inputs.apiTimeoutSeconds,
    api_reserved_concurrency: inputs.apiReservedConcurrency[environment],
    optional_permissions: {
      metrics_namespace: inputs.optionalPermissions.metricsNamespace ?? null,
      parameter_path: inputs.optionalPermissions.parameterPath ?? null,
    },
  };
}

function pageVariables(
  inputs: ChurnInputs,
  environment: StackEnvironment,
): TerraformVariables {
  const { min, max } = inputs.autoscaling[environment];
  return {
    certificate_arn: inputs.certificateArn[environment],
    ui_allowed_cidrs: inputs.uiAllowedCidrs,
    ui_size: { cpu: inputs.uiSize.cpu, memory: inputs.uiSize.memory },
    ui_tasks: { min, max },
    capacity_weights: capacityWeights(inputs.capacity[environment]),
  };
}
