import { authorizerVariable } from '../authorizerVariable';
import { zonesOfRegion } from '../network/availabilityZones';
import { rootVariables, targetOf } from '../rootVariables';
import type {
  StackVariablesRequest,
  TerraformVariables,
} from '../stackDefinition';
import type { PredictorInputs } from './inputs';

/** The variable file of `terraform/stacks/predictor` in one environment. */
export function predictorVariables(
  request: StackVariablesRequest<PredictorInputs>,
): TerraformVariables {
  const { identity, environment, inputs } = request;
  const target = targetOf(request);
  const zones = inputs.availabilityZones[environment];
  return {
    ...rootVariables(request),
    network_mode: inputs.networkMode[environment],
    vpc_cidr: inputs.vpcCidr[environment],
    connected_cidrs: inputs.connectedCidrs[environment],
    availability_zones: zones.length > 0 ? zones : zonesOfRegion(target.region),
    architecture: inputs.architecture,
    cpu: inputs.taskSize[environment].cpu,
    memory: inputs.taskSize[environment].memory,
    capacity: {
      fargate_base: inputs.fargateBase[environment],
      fargate_weight: inputs.fargateWeight,
      spot_weight: inputs.spotWeight,
    },
    scaling: {
      min_tasks: inputs.minTasks[environment],
      max_tasks: inputs.maxTasks[environment],
      cpu_percent: inputs.cpuPercent,
      memory_percent: inputs.memoryPercent,
    },
    extra_environment: inputs.extraEnvironment,
    authorizer: authorizerVariable(inputs.authorizer),
    cors_allowed_origins: inputs.corsAllowedOrigins[environment],
    throttle: {
      rate_limit: inputs.throttle.rateLimit,
      burst_limit: inputs.throttle.burstLimit,
    },
    routes: inputs.routes,
    latency_alarm_ms: inputs.latencyAlarmMs,
    blue_green: inputs.blueGreen[environment],
    bake_minutes: inputs.bakeMinutes,
    file_expiration_days: inputs.fileExpirationDays[environment],
    data_expiration_days: inputs.dataExpirationDays[environment],
    log_retention_days: inputs.logRetentionDays[environment],
    image_retention_count: inputs.imageRetentionCount,
    monthly_budget_usd: target.monthlyBudgetUsd,
    alert_emails: identity.alertEmails,
  };
}
