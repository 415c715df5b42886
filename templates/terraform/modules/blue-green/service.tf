# A service whose deployments CodeDeploy makes: it starts the new tasks beside the old ones, in the target group that does
# not answer, and moves the listener. Rollback is CodeDeploy's, so ECS's own circuit breaker cannot be there.
resource "aws_ecs_service" "this" {
  #checkov:skip=CKV_AWS_332:With a capacity provider Fargate takes LATEST, which platform_version says
  #checkov:skip=CKV_AWS_333:A public address is only given where the network has no endpoints; its security group lets nobody but the load balancer in
  count = var.service == null ? 0 : 1

  name             = var.service.name
  cluster          = var.service.cluster_name
  task_definition  = var.service.task_definition_arn
  desired_count    = var.service.initial_count
  platform_version = "LATEST"

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  dynamic "capacity_provider_strategy" {
    for_each = var.service.capacity_provider_strategy

    content {
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      weight            = capacity_provider_strategy.value.weight
      base              = capacity_provider_strategy.value.base
    }
  }

  network_configuration {
    subnets          = var.service.subnet_ids
    security_groups  = var.service.security_group_ids
    assign_public_ip = var.service.assign_public_ip
  }

  load_balancer {
    target_group_arn = var.service.target_groups[0].arn
    container_name   = var.service.container_name
    container_port   = var.service.container_port
  }

  health_check_grace_period_seconds = 60
  enable_execute_command            = false
  enable_ecs_managed_tags           = true
  propagate_tags                    = "SERVICE"

  # All of these belong to the deployments and to the scaling once the service is there.
  lifecycle {
    ignore_changes = [task_definition, load_balancer, desired_count, capacity_provider_strategy, platform_version, network_configuration]
  }
}
