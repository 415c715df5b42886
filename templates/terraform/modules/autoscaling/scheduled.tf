# For load that is known beforehand: from a point in time on, other limits hold. Scaling goes on between them.
resource "aws_appautoscaling_scheduled_action" "this" {
  for_each = var.schedules

  name               = "${var.service_name}-${each.key}"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension
  schedule           = each.value.schedule
  timezone           = each.value.timezone

  scalable_target_action {
    min_capacity = each.value.min_capacity
    max_capacity = each.value.max_capacity
  }
}
