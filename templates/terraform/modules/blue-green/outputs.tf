output "application_name" {
  description = "Name of the CodeDeploy application and of its one deployment group."
  value       = aws_codedeploy_app.this.name

  depends_on = [aws_codedeploy_deployment_group.this]
}

output "revision" {
  description = "What aws deploy create-deployment takes as --revision to bring what this apply made into service."
  value       = jsonencode({ revisionType = "AppSpecContent", appSpecContent = { content = local.app_spec } })
}

output "is_pending" {
  description = "Function only: whether a newer version waits for a deployment. Null for a service, whose running task definition only ECS knows."
  value       = var.function == null ? null : aws_lambda_alias.this[0].function_version != var.function.version
}

output "alias" {
  description = "Function only: the alias to call, its invoke ARN for API Gateway, and the version it points to; null for a service."
  value = one([for alias in aws_lambda_alias.this : {
    name       = alias.name
    arn        = alias.arn
    invoke_arn = alias.invoke_arn
    version    = alias.function_version
  }])
}

output "service_name" {
  description = "Service only: its name; null for a function."
  value       = one(aws_ecs_service.this[*].name)
}

output "configuration" {
  description = "How deployments go: platform, how the traffic moves, alarms that take it back, minutes the old tasks stay, target groups."
  value = {
    platform      = local.platform
    traffic_shift = aws_codedeploy_deployment_group.this.deployment_config_name
    rollback      = aws_codedeploy_deployment_group.this.auto_rollback_configuration[0].enabled
    rollback_on   = sort(aws_codedeploy_deployment_group.this.auto_rollback_configuration[0].events)
    alarm_names   = sort(aws_codedeploy_deployment_group.this.alarm_configuration[0].alarms)
    bake_minutes  = one(flatten([for c in aws_codedeploy_deployment_group.this.blue_green_deployment_config : [for t in c.terminate_blue_instances_on_deployment_success : t.termination_wait_time_in_minutes] if var.service != null]))
    target_groups = var.service == null ? [] : [for group in var.service.target_groups : group.name]
    controller    = one(flatten([for service in aws_ecs_service.this : [for c in service.deployment_controller : c.type]]))
  }
}
