locals {
  routes = {
    "POST /presign"      = { operation = "presign" }
    "POST /submit"       = { operation = "submit" }
    "GET /status/{id}"   = { operation = "status" }
    "GET /download/{id}" = { operation = "download" }
  }
}

module "function" {
  source = "../../modules/function"

  name        = local.names["api"]
  description = "Takes models and runs of ${var.name}, owned by ${var.owner}"
  role_name   = local.names["api-role"]
  account_id  = var.account_id
  region      = var.region

  image_uri       = local.image_uris["api"]
  architecture    = var.architecture
  memory_mb       = var.api_memory_mb
  timeout_seconds = var.api_timeout_seconds

  environment_variables = {
    STATE_MACHINE_ARN           = module.pipeline.arn
    MODEL_BUCKET                = module.model_bucket.name
    JOB_TABLE                   = module.job_table.name
    JOB_RETENTION_DAYS          = tostring(var.job_retention_days)
    UPLOAD_URL_EXPIRY_SECONDS   = "3600"
    DOWNLOAD_URL_EXPIRY_SECONDS = "3600"
    LOG_LEVEL                   = var.environment == "prod" ? "INFO" : "DEBUG"
  }

  policy_documents         = { data = data.aws_iam_policy_document.api.json }
  permissions_boundary_arn = var.permissions_boundary_arn
  kms_key_arn              = local.kms_key_arn
  log_retention_days       = var.log_retention_days
  failure_topic_arn        = module.alerts.topic_arn
}

module "api" {
  source = "../../modules/http-api"

  name        = local.names["api"]
  description = "Compression of models by ${var.name}, owned by ${var.owner}"
  function    = { name = module.function.name, invoke_arn = module.function.invoke_arn }

  routes                 = local.routes
  authorizer             = var.authorizer
  cors_allowed_origins   = var.cors_allowed_origins
  throttle               = var.throttle
  integration_timeout_ms = min(30000, var.api_timeout_seconds * 1000 + 1000)

  log_retention_days = var.log_retention_days
  kms_key_arn        = local.kms_key_arn
}
