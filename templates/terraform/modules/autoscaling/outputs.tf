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
