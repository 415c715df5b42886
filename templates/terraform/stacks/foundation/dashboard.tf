# What each stack calls the things that answer calls, as its naming.tf has it: part of the name => kind. A chart of something
# that is not deployed yet stays empty.
locals {
  shown_parts = {
    inference-api        = { api = "rest_api", inference = "lambda_function" }
    compression-pipeline = { api = "lambda_function" }
    churn                = { prediction-api = "lambda_function", cluster = "ecs_cluster", service = "ecs_service" }
    predictor            = { cluster = "ecs_cluster", service = "ecs_service" }
    platform-baseline    = { api = "rest_api" }
  }

  shown_names = { for id, naming in module.stack_naming : id => naming.names }
}

module "stack_naming" {
  source   = "../../modules/naming"
  for_each = var.dashboard ? var.stack_names : {}

  team        = var.team
  name        = each.value
  environment = var.environment
  account_id  = var.account_id
  parts       = local.shown_parts[each.key]
}

module "dashboard" {
  source = "../../modules/dashboard"
  count  = var.dashboard ? 1 : 0

  name           = local.names["overview"]
  region         = var.region
  rest_apis      = [for id, names in local.shown_names : { api_name = names["api"], stage_name = "v1" } if lookup(local.shown_parts[id], "api", null) == "rest_api"]
  function_names = flatten([for id, names in local.shown_names : [for part, kind in local.shown_parts[id] : names[part] if kind == "lambda_function"]])
  services       = [for id, names in local.shown_names : { cluster_name = names["cluster"], service_name = names["service"] } if contains(keys(names), "service")]
  table_names    = module.database[*].name
  alarm_arns     = flatten([for alarms in module.alarms : values(alarms.alarm_arns)])
}
