locals {
  environment_variables = merge(var.extra_environment, {
    INPUT_BUCKET              = module.input_bucket.name
    OUTPUT_BUCKET             = module.output_bucket.name
    MODEL_S3_BUCKET           = var.model_s3_bucket == null ? "" : var.model_s3_bucket
    MODEL_S3_KEY              = var.model_s3_key == null ? "" : var.model_s3_key
    CORS_ALLOWED_ORIGINS      = join(",", var.cors_allowed_origins)
    RESULT_URL_EXPIRY_SECONDS = "3600"
    # SAMPLE_RATE_HZ, MAX_AUDIO_SECONDS, WINDOW_SECONDS, HOP_SECONDS, TOP_K, LOG_LEVEL
  }, { for setting, value in var.inference_settings : upper(setting) => tostring(value) })
}

module "function" {
  source = "../../modules/function"

  name        = local.names["inference"]
  description = "Audio inference of ${var.name}, owned by ${var.owner}"
  role_name   = local.names["inference-role"]
  account_id  = var.account_id
  region      = var.region

  image_uri            = var.image_uri == null ? "${module.image_repository.repository_url}:latest" : var.image_uri
  architecture         = var.architecture
  memory_mb            = var.memory_mb
  timeout_seconds      = var.timeout_seconds
  ephemeral_storage_mb = var.ephemeral_storage_mb
  reserved_concurrency = var.reserved_concurrency

  environment_variables    = local.environment_variables
  policy_documents         = { data = data.aws_iam_policy_document.data.json }
  permissions_boundary_arn = var.permissions_boundary_arn
  kms_key_arn              = local.kms_key_arn
  log_retention_days       = var.log_retention_days

  # Long audio: the function answers 202 and goes on with the work in an invocation of its own.
  invokes_itself    = true
  failure_topic_arn = module.alerts.topic_arn
}
