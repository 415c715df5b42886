locals {
  # What tells that the version which takes over is worse: the alarms of the API see what callers see. By their names, since
  # the alarms watch what deployments make.
  rollback_alarms = [for word in concat(["api-5xx", "api-latency"], local.on_ecs ? [] : ["serving-errors"]) : "${module.naming.prefix}-${word}"]

  task_definition_arn = one(module.task[*].arn)
}

module "blue_green" {
  source = "../../modules/blue-green"
  count  = var.blue_green ? 1 : 0

  name                     = local.names["deployments"]
  role_name                = local.names["deploy-role"]
  account_id               = var.account_id
  region                   = var.region
  alarm_names              = local.rollback_alarms
  topic_arn                = module.alerts.topic_arn
  traffic_shift            = var.traffic_shift
  permissions_boundary_arn = var.permissions_boundary_arn

  function = local.on_ecs ? null : { name = module.function[0].name, version = module.function[0].version }

  service = local.on_ecs ? {
    name                       = local.names["deployed-serving"]
    cluster_name               = module.cluster[0].name
    task_definition_arn        = local.task_definition_arn
    task_role_arns             = module.task[0].role_arns
    container_name             = "serving"
    container_port             = local.port
    subnet_ids                 = local.network.subnet_ids
    security_group_ids         = [local.network.task_security_group_id, module.serving_access[0].id]
    assign_public_ip           = local.network.assign_public_ip
    initial_count              = var.scaling.min_tasks
    capacity_provider_strategy = local.capacity_provider_strategy
    target_groups              = [for word in ["blue", "green"] : module.vpc_link[0].target_groups[word]]
    listener_arn               = module.vpc_link[0].listener_arn
    bake_minutes               = var.bake_minutes
  } : null
}
