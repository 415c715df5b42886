module "alerts" {
  source = "../../modules/alerts"

  name        = local.names["alerts"]
  account_id  = var.account_id
  emails      = var.alert_emails
  kms_key_arn = local.kms_key_arn
}

module "alarms" {
  source = "../../modules/alarms"
  count  = var.database ? 1 : 0

  name_prefix = module.naming.prefix
  topic_arn   = module.alerts.topic_arn
  tables      = { records = { table_name = module.database[0].name } }
}

# The one budget of the repository: it counts what carries the entity's tag, whichever stack that is of.
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
