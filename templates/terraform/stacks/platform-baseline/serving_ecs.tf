locals {
  port = 8080

  # Spot gives notice of two minutes, after which nothing is left: requests have ten seconds less to end.
  stop_timeout_seconds = 120

  capacity_provider_strategy = [
    for provider, weight in { FARGATE = var.capacity.fargate_weight, FARGATE_SPOT = var.capacity.spot_weight } : {
      capacity_provider               = provider
      weight                          = weight
      base                            = provider == "FARGATE" ? var.capacity.fargate_base : 0
    } if weight > 0
  ]

  service_name = one(concat(module.service[*].name, local.on_ecs && var.blue_green ? module.blue_green[*].service_name : []))
}

module "cluster" {
  source = "../../modules/ecs-cluster"
  count  = local.on_ecs ? 1 : 0

  name = local.names["cluster"]
}

module "task" {
  source = "../../modules/task"
  count  = local.on_ecs ? 1 : 0

  family               = local.names["serving"]
  container_name       = "serving"
  account_id           = var.account_id
  region               = var.region
  image_uri            = local.image_uri
  image_repository_arn = module.image_repository.repository_arn
  architecture         = var.architecture
  cpu                  = var.task_size.cpu
  memory               = var.task_size.memory

  environment_variables = merge(local.environment_variables, {
    PORT                   = tostring(local.port)
    SHUTDOWN_GRACE_SECONDS = tostring(local.stop_timeout_seconds - 10)
  })

  ports                = [local.port]
  stop_timeout_seconds = local.stop_timeout_seconds

  execution_role_name      = local.names["serving-start"]
  task_role_name           = local.names["serving-task-role"]
  policy_documents         = { data = data.aws_iam_policy_document.serving.json }
  permissions_boundary_arn = var.permissions_boundary_arn
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
}

module "vpc_link" {
  source = "../../modules/vpc-link"
  count  = local.on_ecs ? 1 : 0

  link_name           = local.names["link"]
  load_balancer_name  = local.names["nlb"]
  target_group_names  = { for word in var.blue_green ? ["blue", "green"] : ["blue"] : word => local.names[word] }
  vpc_id              = local.network.id
  subnet_ids          = local.network.subnet_ids
  security_group_ids  = [module.balancer_access[0].id]
  port                = local.port
  deletion_protection = !var.force_destroy
}

# Without blue-green: tasks are replaced a few at a time, and ECS goes back when the new ones do not stay up.
module "service" {
  source = "../../modules/ecs-service"
  count  = local.on_ecs && !var.blue_green ? 1 : 0

  name                       = local.names["serving"]
  cluster_arn                = module.cluster[0].arn
  task_definition_arn        = module.task[0].arn
  initial_count              = var.scaling.min_tasks
  capacity_provider_strategy = local.capacity_provider_strategy
  subnet_ids                 = local.network.subnet_ids
  security_group_ids         = [local.network.task_security_group_id, module.serving_access[0].id]
  assign_public_ip           = local.network.assign_public_ip

  target_groups = [{
    target_group_arn = module.vpc_link[0].target_groups["blue"].arn
    container_name   = "serving"
    container_port   = local.port
  }]

  depends_on = [module.cluster, module.network, module.task]
}

module "autoscaling" {
  source = "../../modules/autoscaling"
  count  = local.on_ecs && var.autoscaling ? 1 : 0

  cluster_name          = module.cluster[0].name
  service_name          = local.service_name
  min_capacity          = var.scaling.min_tasks
  max_capacity          = var.scaling.max_tasks
  cpu_target_percent    = var.scaling.cpu_percent
  memory_target_percent = var.scaling.memory_percent
  schedules             = var.scaling_schedules
  step_scaling          = var.step_scaling
}
