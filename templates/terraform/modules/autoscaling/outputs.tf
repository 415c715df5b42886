output "range" {
  description = "Fewest and most tasks."
  value       = { min = aws_appautoscaling_target.this.min_capacity, max = aws_appautoscaling_target.this.max_capacity }
}

output "targets" {
  description = "Metric (cpu, memory) => share in percent that is kept."
  value       = { for word, policy in aws_appautoscaling_policy.tracking : word => policy.target_tracking_scaling_policy_configuration[0].target_value }
}

output "resource_id" {
  description = "What is scaled, as Application Auto Scaling names it."
  value       = aws_appautoscaling_target.this.resource_id
}

output "beyond_tracking" {
  description = "What scales the service besides tracking: schedule => fewest and most tasks, and steps as \"<share in percent> <tasks added>\"."
  value = {
    schedules = { for word, action in aws_appautoscaling_scheduled_action.this : word => "${action.scalable_target_action[0].min_capacity}-${action.scalable_target_action[0].max_capacity}" }
    steps     = flatten([for policy in aws_appautoscaling_policy.step : [for step in policy.step_scaling_policy_configuration[0].step_adjustment : "${var.step_scaling.cpu_percent + step.metric_interval_lower_bound} +${step.scaling_adjustment}"]])
  }
}
