output "arn" {
  description = "ARN of the newest revision of the task definition."
  value       = aws_ecs_task_definition.this.arn
}

output "family" {
  description = "Name of the task definition; started by it, a task takes the newest revision."
  value       = aws_ecs_task_definition.this.family

  # A task that starts without these fails before its program runs.
  depends_on = [aws_iam_role_policy.execution, aws_iam_role_policy.task]
}

output "container_name" {
  description = "Name of the one container."
  value       = var.container_name
}

output "answering" {
  description = "How the program answers: ports, command of the health check (null where there is none), seconds it may take to stop."
  value = {
    ports                = [for p in try(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].portMappings, []) : p.containerPort]
    health_check         = try(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].healthCheck.command, null)
    stop_timeout_seconds = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].stopTimeout
  }
}

output "role_arns" {
  description = "ARNs of the execution role and the task role; whoever starts the task must be allowed to pass both."
  value       = [aws_iam_role.execution.arn, aws_iam_role.task.arn]
}

output "log_group_name" {
  description = "Name of the task's log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "configuration" {
  description = "What the task was set to: image, processor, CPU units, memory in MiB, disk in GiB, environment, and days its log is kept."
  value = {
    image_uri             = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image
    architecture          = lower(aws_ecs_task_definition.this.runtime_platform[0].cpu_architecture)
    cpu                   = tonumber(aws_ecs_task_definition.this.cpu)
    memory                = tonumber(aws_ecs_task_definition.this.memory)
    ephemeral_storage_gib = try(aws_ecs_task_definition.this.ephemeral_storage[0].size_in_gib, 20)
    environment_variables = { for entry in jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment : entry.name => entry.value }
    log_retention_days    = aws_cloudwatch_log_group.this.retention_in_days
  }
}
