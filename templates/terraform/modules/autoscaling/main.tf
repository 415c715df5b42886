resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/${var.cluster_name}/${var.service_name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = var.min_capacity
  max_capacity       = var.max_capacity
}

locals {
  tracked = {
    cpu    = { metric = "ECSServiceAverageCPUUtilization", target = var.cpu_target_percent }
    memory = { metric = "ECSServiceAverageMemoryUtilization", target = var.memory_target_percent }
  }
}

# Both at once: the service gets as many tasks as the greedier of the two asks for.
resource "aws_appautoscaling_policy" "tracking" {
  for_each = { for word, t in local.tracked : word => t if t.target != null }

  name               = "${var.service_name}-${each.key}"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = each.value.target
    scale_in_cooldown  = var.scale_in_cooldown_seconds
    scale_out_cooldown = var.scale_out_cooldown_seconds

    predefined_metric_specification {
      predefined_metric_type = each.value.metric
    }
  }
}
