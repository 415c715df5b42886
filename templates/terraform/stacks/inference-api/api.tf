locals {
  # The asynchronous path takes JSON that names an upload. Anything else in JSON is refused before the function is started.
  input_reference_schema = jsonencode({
    "$schema"  = "http://json-schema.org/draft-04/schema#"
    title      = "InputReference"
    type       = "object"
    required   = ["input_key"]
    properties = { input_key = { type = "string", minLength = 1, maxLength = 1024 } }
  })
}

module "api" {
  source = "../../modules/rest-api"

  name        = local.names["api"]
  description = "Audio inference of ${var.name}, owned by ${var.owner}"
  stage_name  = var.stage_name
  function    = { name = module.function.name, invoke_arn = module.function.invoke_arn }

  routes = {
    "POST /predict"         = { required_headers = ["Content-Type"], optional_query = ["mode"], json_schema = local.input_reference_schema }
    "POST /predictions"     = { required_headers = ["Content-Type"], json_schema = local.input_reference_schema }
    "GET /predictions/{id}" = {}
    "POST /uploads"         = {}
    "GET /health"           = {}
  }

  binary_media_types = [
    "multipart/form-data", "audio/wav", "audio/x-wav", "audio/mpeg", "audio/flac", "audio/ogg", "application/octet-stream",
  ]

  cors_allowed_origins = var.cors_allowed_origins
  api_key_required     = var.api_key_required
  usage_plan           = var.usage_plan

  log_retention_days  = var.log_retention_days
  execution_log_level = var.environment == "prod" ? "ERROR" : "INFO"
  kms_key_arn         = local.kms_key_arn

  manage_account_role      = var.manage_api_gateway_account
  account_role_name        = local.names["api-gateway-logs"]
  permissions_boundary_arn = var.permissions_boundary_arn
}
