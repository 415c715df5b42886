output "name" {
  description = "Name of the service."
  value       = aws_ecs_service.this.name
}

output "arn" {
  description = "ARN of the service."
  value       = aws_ecs_service.this.id
}

output "configuration" {
  description = "What the service was set to: capacity providers with weight and base, subnets, security groups, public addresses, deployment limits, rollback."
  value = {
    capacity_providers      = { for s in aws_ecs_service.this.capacity_provider_strategy : s.capacity_provider => { weight = s.weight, base = s.base } }
    task_definition_arn     = aws_ecs_service.this.task_definition
    subnet_ids              = aws_ecs_service.this.network_configuration[0].subnets
    security_group_ids      = aws_ecs_service.this.network_configuration[0].security_groups
    assign_public_ip        = aws_ecs_service.this.network_configuration[0].assign_public_ip
    minimum_healthy_percent = aws_ecs_service.this.deployment_minimum_healthy_percent
    maximum_percent         = aws_ecs_service.this.deployment_maximum_percent
    rollback                = aws_ecs_service.this.deployment_circuit_breaker[0].rollback
    target_groups           = length(aws_ecs_service.this.load_balancer)
    registered              = length(aws_ecs_service.this.service_registries) == 1
  }
}
