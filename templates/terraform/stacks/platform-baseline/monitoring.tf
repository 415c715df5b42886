module "alerts" {
  source = "../../modules/alerts"

  name        = local.names["alerts"]
  account_id  = var.account_id
  emails      = var.alert_emails
  kms_key_arn = local.kms_key_arn
}

module "alarms" {
  source = "../../modules/alarms"

  name_prefix = module.naming.prefix
  topic_arn   = module.alerts.topic_arn

  rest_apis = {
    api = { api_name = module.api.name, stage_name = module.api.stage_name, latency_threshold_ms = var.latency_alarm_ms }
  }

  functions             = { for name in module.function[*].name : "serving" => { function_name = name } }
  services              = { for name in module.cluster[*].name : "serving" => { cluster_name = name, service_name = local.service_name } }
  private_target_groups = { for word in !local.on_ecs ? [] : var.blue_green ? ["blue", "green"] : ["blue"] : word => { load_balancer = module.vpc_link[0].metrics.load_balancer, target_group = module.vpc_link[0].metrics.target_groups[word] } }
  tables                = { for word in local.postgres ? [] : ["database"] : word => { table_name = module.database.name } }
  database_instances    = { for word in local.postgres ? ["database"] : [] : word => { identifier = module.database.name } }
}

module "dashboard" {
  source = "../../modules/dashboard"
  count  = var.dashboard ? 1 : 0

  name                          = local.names["overview"]
  region                        = var.region
  alarm_arns                    = values(module.alarms.alarm_arns)
  rest_apis                     = [{ api_name = module.api.name, stage_name = module.api.stage_name }]
  function_names                = module.function[*].name
  services                      = [for name in module.cluster[*].name : { cluster_name = name, service_name = local.service_name }]
  table_names                   = local.postgres ? [] : [module.database.name]
  database_instance_identifiers = local.postgres ? [module.database.name] : []
  log_group_names               = concat(module.function[*].log_group_name, module.task[*].log_group_name, module.database.log_group_names, compact(module.cloudtrail[*].log_group_name))
}

module "budget" {
  source = "../../modules/budget"
  count  = var.monthly_budget_usd == null ? 0 : 1

  name              = local.names["budget"]
  account_id        = var.account_id
  monthly_limit_usd = var.monthly_budget_usd
  tag_value         = var.entity_ref
  topic_arn         = module.alerts.topic_arn
  emails            = var.alert_emails
}

moved {
  from = module.budget
  to   = module.budget[0]
}
