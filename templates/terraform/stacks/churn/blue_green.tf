# The API's function only: ECS replaces the tasks of the page a few at a time, and goes back when the new ones do not stay up.
module "blue_green" {
  source = "../../modules/blue-green"
  count  = var.blue_green ? 1 : 0

  name                     = local.names["deployments"]
  role_name                = local.names["deploy-role"]
  account_id               = var.account_id
  region                   = var.region
  topic_arn                = module.alerts.topic_arn
  traffic_shift            = var.traffic_shift
  permissions_boundary_arn = var.permissions_boundary_arn

  function = { name = module.function.name, version = module.function.version }

  # What tells that the version which takes over is worse. By their names, since the alarms watch what deployments make.
  alarm_names = [for word in ["api-5xx", "api-latency", "prediction-errors"] : "${module.naming.prefix}-${word}"]
}
