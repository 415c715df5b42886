resource "aws_ecs_service" "this" {
  #checkov:skip=CKV_AWS_333:A public address is only given where the network has no endpoints; its security group lets nobody but the caller in
  name            = var.name
  cluster         = var.cluster_arn
  task_definition = var.task_definition_arn
  desired_count   = var.initial_count

  # Instead of a launch type; with it, Fargate's latest platform is what "LATEST" means.
  platform_version = "LATEST"

  dynamic "capacity_provider_strategy" {
    for_each = var.capacity_provider_strategy

    content {
      capacity_provider = capacity_provider_strategy.value.capacity_provider
      weight            = capacity_provider_strategy.value.weight
      base              = capacity_provider_strategy.value.base
    }
  }

  network_configuration {
    subnets          = var.subnet_ids
    security_groups  = var.security_group_ids
    assign_public_ip = var.assign_public_ip
  }

  dynamic "load_balancer" {
    for_each = var.target_groups

    content {
      target_group_arn = load_balancer.value.target_group_arn
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
    }
  }

  dynamic "service_registries" {
    for_each = var.service_registry[*]

    content {
      registry_arn   = service_registries.value.registry_arn
      container_name = service_registries.value.container_name
      container_port = service_registries.value.container_port
    }
  }

  deployment_minimum_healthy_percent = var.minimum_healthy_percent
  deployment_maximum_percent         = var.maximum_percent
  health_check_grace_period_seconds  = length(var.target_groups) == 0 ? null : var.health_check_grace_seconds

  # A deployment whose tasks do not stay up goes back to the one before it.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # Without it another strategy of capacity providers would replace the service.
  force_new_deployment = true

  enable_execute_command  = false
  enable_ecs_managed_tags = true
  propagate_tags          = "SERVICE"
  wait_for_steady_state   = var.wait_for_steady_state

  # How many tasks run is decided while it runs, by what scales the service.
  lifecycle {
    ignore_changes = [desired_count]
  }
}
