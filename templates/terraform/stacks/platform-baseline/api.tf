locals {
  features = {
    type          = "object"
    minProperties = 1
    description   = "Name of the feature => value"
  }

  # API Gateway refuses what does not fit before anything is started for it.
  predict_schema = jsonencode({
    "$schema"  = "http://json-schema.org/draft-04/schema#"
    title      = "Prediction"
    type       = "object"
    required   = ["features"]
    properties = { features = local.features }
  })

  batch_schema = jsonencode({
    "$schema" = "http://json-schema.org/draft-04/schema#"
    title     = "Batch"
    type      = "object"
    required  = ["instances"]
    properties = {
      instances = {
        type     = "array"
        minItems = 1
        maxItems = var.max_batch_items
        items    = { type = "object", required = ["features"], properties = { features = local.features } }
      }
    }
  })

  # Callers reach the alias where deployments move it, else the function itself.
  alias = local.on_ecs ? null : one(module.blue_green[*].alias)

  callable = local.on_ecs ? null : {
    name       = module.function[0].name
    alias      = try(local.alias.name, null)
    invoke_arn = try(local.alias.invoke_arn, module.function[0].invoke_arn)
  }
}

module "api" {
  source = "../../modules/rest-api"

  name        = local.names["api"]
  description = "Predictions of ${var.name}, owned by ${var.owner}"
  stage_name  = var.stage_name
  function    = local.callable

  private_service = local.on_ecs ? { vpc_link_id = module.vpc_link[0].vpc_link_id, base_url = module.vpc_link[0].base_url } : null

  routes = {
    "POST /predict" = { required_headers = ["Content-Type"], json_schema = local.predict_schema }
    "POST /batch"   = { required_headers = ["Content-Type"], json_schema = local.batch_schema }
    "GET /health"   = {}
  }

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
