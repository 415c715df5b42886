locals {
  api_stage = "v1"
}

module "function" {
  source = "../../modules/function"

  name        = local.names["prediction-api"]
  description = "Predicts churn for ${var.name}, owned by ${var.owner}"
  role_name   = local.names["lambda-execution-role"]
  account_id  = var.account_id
  region      = var.region

  image_uri            = local.image_uris["api"]
  architecture         = var.architecture
  memory_mb            = var.api_memory_mb
  timeout_seconds      = var.api_timeout_seconds
  reserved_concurrency = var.api_reserved_concurrency

  environment_variables = {
    ENDPOINT_NAME        = module.endpoint.name
    API_BASE_PATH        = "/${local.api_stage}"
    CORS_ALLOWED_ORIGINS = join(",", var.cors_allowed_origins)
    LOG_LEVEL            = var.environment == "prod" ? "INFO" : "DEBUG"
  }

  policy_documents         = merge({ invoke-endpoint = data.aws_iam_policy_document.api.json }, local.optional_policies)
  permissions_boundary_arn = var.permissions_boundary_arn
  kms_key_arn              = local.kms_key_arn
  log_retention_days       = var.log_retention_days
  failure_topic_arn        = module.alerts.topic_arn
  publish_versions         = var.blue_green
}

# One route for everything: the function routes by itself.
module "api" {
  source = "../../modules/http-api"

  name        = local.names["prediction-api"]
  description = "Predictions of ${var.name}, owned by ${var.owner}"

  # Callers reach the alias where deployments move it, else the function itself.
  function = {
    name       = module.function.name
    alias      = try(module.blue_green[0].alias.name, null)
    invoke_arn = try(module.blue_green[0].alias.invoke_arn, module.function.invoke_arn)
  }

  routes                 = { "$default" = { operation = "any" } }
  stage_name             = local.api_stage
  authorizer             = { type = var.authorizer.type }
  open_to_everybody      = var.authorizer.type == "none"
  cors_allowed_origins   = var.cors_allowed_origins
  throttle               = var.throttle
  integration_timeout_ms = min(30000, var.api_timeout_seconds * 1000 + 1000)

  log_retention_days = var.log_retention_days
  kms_key_arn        = local.kms_key_arn
}
