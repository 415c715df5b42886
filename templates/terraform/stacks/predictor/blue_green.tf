locals {
  # What tells that the version which takes over is worse: the alarms of the API see what callers see. By their names, since
  # the alarms watch what deployments make.
  rollback_alarms = [for word in ["api-5xx", "api-latency"] : "${module.naming.prefix}-${word}"]

  # Deployments move the traffic between two target groups, which Cloud Map does not have: a load balancer inside the network does.
  colours = var.blue_green ? toset(["blue", "green"]) : toset([])
}

module "balancer" {
  source = "../../modules/vpc-link"
  count  = var.blue_green ? 1 : 0

  load_balancer_name  = local.names["balancer"]
  target_group_names  = { for colour in local.colours : colour => local.names[colour] }
  vpc_id              = local.network.id
  subnet_ids          = local.network.subnet_ids
  security_group_ids  = [module.balancer_security_group[0].id]
  port                = local.port
  deletion_protection = !var.force_destroy
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
  permissions_boundary_arn = var.permissions_boundary_arn

  service = {
    # Another name than the service that ECS leads by itself: going from one to the other, both are there for a moment.
    name                       = local.names["deployed-service"]
    cluster_name               = module.cluster.name
    task_definition_arn        = module.task.arn
    task_role_arns             = module.task.role_arns
    container_name             = module.task.container_name
    container_port             = local.port
    subnet_ids                 = local.network.subnet_ids
    security_group_ids         = [local.network.task_security_group_id, module.service_security_group.id]
    assign_public_ip           = local.network.assign_public_ip
    initial_count              = var.scaling.min_tasks
    capacity_provider_strategy = local.capacity_provider_strategy
    target_groups              = [for colour in ["blue", "green"] : module.balancer[0].target_groups[colour]]
    listener_arn               = module.balancer[0].listener_arn
    bake_minutes               = var.bake_minutes
  }

  # Before them the cluster takes no tasks on Spot, and tasks could neither start nor reach what they need.
  depends_on = [module.cluster, module.network]
}
