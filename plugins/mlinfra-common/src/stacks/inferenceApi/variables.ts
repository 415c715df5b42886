import { rootVariables, targetOf } from '../rootVariables';
import { isFirstInRegion } from '../stackEnvironments';
import type {
  StackVariablesRequest,
  TerraformVariables,
} from '../stackDefinition';
import type { InferenceApiInputs } from './inputs';

/** The variable file of `terraform/stacks/inference-api` in one environment. */
export function inferenceApiVariables(
  request: StackVariablesRequest<InferenceApiInputs>,
): TerraformVariables {
  const { identity, targets, environment, inputs } = request;
  const target = targetOf(request);
  const { usagePlan, inferenceSettings } = inputs;
  return {
    ...rootVariables(request),
    cors_allowed_origins: inputs.corsAllowedOrigins[environment],
    api_key_required: inputs.apiKeyRequired[environment],
    usage_plan: {
      rate_limit: usagePlan.rateLimit,
      burst_limit: usagePlan.burstLimit,
      quota_limit: usagePlan.quotaLimit,
      quota_period: usagePlan.quotaPeriod,
    },
    manage_api_gateway_account:
      inputs.apiGatewayLogging === 'here' &&
      (inputs.manageApiGatewayAccount[environment] ??
        isFirstInRegion(targets, environment)),
    architecture: inputs.architecture,
    memory_mb: inputs.memoryMb,
    timeout_seconds: inputs.timeoutSeconds,
    ephemeral_storage_mb: inputs.ephemeralStorageMb,
    reserved_concurrency: inputs.reservedConcurrency[environment],
    model_s3_bucket: inputs.modelS3Bucket ?? null,
    model_s3_key: inputs.modelS3Key ?? null,
    inference_settings: {
      sample_rate_hz: inferenceSettings.sampleRateHz,
      max_audio_seconds: inferenceSettings.maxAudioSeconds,
      window_seconds: inferenceSettings.windowSeconds,
      hop_seconds: inferenceSettings.hopSeconds,
      top_k: inferenceSettings.topK,
      log_level: inferenceSettings.logLevel,
    },
    extra_environment: inputs.extraEnvironment,
    input_expiration_days: inputs.inputExpirationDays[environment],
    output_expiration_days: inputs.outputExpirationDays[environment],
    log_retention_days: inputs.logRetentionDays[environment],
    image_retention_count: inputs.imageRetentionCount,
    monthly_budget_usd: target.monthlyBudgetUsd,
    alert_emails: identity.alertEmails,
    latency_alarm_ms: inputs.latencyAlarmMs,
  };
}
