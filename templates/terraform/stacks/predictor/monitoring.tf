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

  http_apis = {
    api = { api_name = module.api.name, api_id = module.api.api_id, latency_threshold_ms = var.latency_alarm_ms }
  }

  services = {
    service = { cluster_name = module.cluster.name, service_name = local.service_name }
  }

  private_target_groups = { for colour in local.colours : colour => { load_balancer = module.balancer[0].metrics.load_balancer, target_group = module.balancer[0].metrics.target_groups[colour] } }
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
