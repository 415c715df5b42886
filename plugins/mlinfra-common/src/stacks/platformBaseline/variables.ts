import { zonesOfRegion } from '../network/availabilityZones';
import { rootVariables, targetOf } from '../rootVariables';
import { isFirstInRegion, type StackEnvironment } from '../stackEnvironments';
import type {
  StackVariablesRequest,
  TerraformVariables,
} from '../stackDefinition';
import { hasNetwork } from './hasNetwork';
import type { PlatformBaselineInputs } from './inputs';
import { isLastIn } from './isLastIn';

/** The variable file of `terraform/stacks/platform-baseline` in one environment. */
export function platformBaselineVariables(
  request: StackVariablesRequest<PlatformBaselineInputs>,
): TerraformVariables {
  const { identity, targets, environment, inputs } = request;
  const target = targetOf(request);
  const zones = inputs.availabilityZones[environment];
  return {
    ...rootVariables(request),
    cors_allowed_origins: inputs.corsAllowedOrigins[environment],
    api_key_required: inputs.apiKeyRequired[environment],
    usage_plan: {
      rate_limit: inputs.usagePlan.rateLimit,
      burst_limit: inputs.usagePlan.burstLimit,
      quota_limit: inputs.usagePlan.quotaLimit,
      quota_period: inputs.usagePlan.quotaPeriod,
    },
    manage_api_gateway_account:
      inputs.apiGatewayLogging === 'here' &&
      isFirstInRegion(targets, environment),
    max_batch_items: inputs.maxBatchItems,
    ...servingVariables(inputs, environment),
    ...databaseVariables(inputs, environment),
    network_mode: inputs.networkMode[environment],
    vpc_cidr: inputs.vpcCidr[environment],
    availability_zones:
      zones.length > 0 || !hasNetwork(inputs, environment)
        ? zones
        : zonesOfRegion(target.region),
    network_acls: inputs.networkAcls[environment],
    audit_trail:
      inputs.auditTrail === 'here' && isLastIn('account', targets, environment),
    audit_trail_days: inputs.auditTrailDays[environment],
    audit_trail_to_cloudwatch: inputs.auditTrailToCloudwatch[environment],
    audit_model_access: inputs.auditModelAccess[environment],
    dashboard: inputs.dashboard[environment],
    blue_green: inputs.blueGreen[environment],
    traffic_shift: inputs.trafficShift,
    bake_minutes: inputs.bakeMinutes,
    ebs_encryption:
      inputs.ebsEncryption && isLastIn('region', targets, environment),
    log_retention_days: inputs.logRetentionDays[environment],
    image_retention_count: inputs.imageRetentionCount,
    monthly_budget_usd: target.monthlyBudgetUsd,
    alert_emails: identity.alertEmails,
    latency_alarm_ms: inputs.latencyAlarmMs,
    model_version_days: inputs.modelVersionDays,
  };
}

function servingVariables(
  inputs: PlatformBaselineInputs,
  environment: StackEnvironment,
): TerraformVariables {
  const step = inputs.stepScaling[environment];
  const useSpot = inputs.useSpot[environment];
  const fewest = inputs.minTasks[environment];
  return {
    serving: inputs.serving[environment],
    architecture: inputs.architecture,
    memory_mb: inputs.memoryMb,
    timeout_seconds: inputs.timeoutSeconds,
    reserved_concurrency: inputs.reservedConcurrency[environment],
    task_size: { cpu: inputs.taskSize.cpu, memory: inputs.taskSize.memory },
    // AWS takes Spot capacity back at will: the fewest tasks stay where it does not.
    capacity: useSpot
      ? { fargate_base: fewest, fargate_weight: 1, spot_weight: 3 }
      : { fargate_base: 1, fargate_weight: 1, spot_weight: 0 },
    autoscaling: inputs.autoscaling[environment],
    scaling: {
      min_tasks: fewest,
      max_tasks: inputs.maxTasks[environment],
      cpu_percent: inputs.cpuPercent,
      memory_percent: inputs.memoryPercent,
    },
    scaling_schedules: Object.fromEntries(
      Object.entries(inputs.scalingSchedules[environment]).map(
        ([word, limits]) => [
          word,
          {
            schedule: limits.schedule,
            min_capacity: limits.minCapacity,
            max_capacity: limits.maxCapacity,
            timezone: limits.timezone,
          },
        ],
      ),
    ),
    step_scaling: step && { cpu_percent: step.cpuPercent, steps: step.steps },
  };
}

function databaseVariables(
  inputs: PlatformBaselineInputs,
  environment: StackEnvironment,
): TerraformVariables {
  const { postgres } = inputs;
  return {
    database_engine: inputs.databaseEngine[environment],
    postgres: {
      engine_version: postgres.engineVersion,
      instance_class: postgres.instanceClass,
      storage_gib: postgres.storageGib,
      max_storage_gib: postgres.maxStorageGib,
      multi_az: inputs.multiAz[environment],
      database_name: postgres.databaseName,
      slow_query_ms: postgres.slowQueryMs,
      apply_immediately: postgres.applyImmediately,
    },
    backup_retention_days: inputs.backupRetentionDays[environment],
    backups: inputs.backups[environment],
    backup_rules: Object.fromEntries(
      Object.entries(inputs.backupRules).map(([word, rule]) => [
        word,
        { schedule: rule.schedule, retention_days: rule.retentionDays },
      ]),
    ),
  };
}
