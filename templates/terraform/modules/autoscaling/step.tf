# For spikes that tracking is too slow for: the further the processors are beyond the limit, the more tasks are added at once.
# Nothing is taken away here; tracking does that when the spike is over.
resource "aws_appautoscaling_policy" "step" {
  count = var.step_scaling == null ? 0 : 1

  name               = "${var.service_name}-step"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  step_scaling_policy_configuration {
    adjustment_type         = "ChangeInCapacity"
    cooldown                = 60
    metric_aggregation_type = "Maximum"

    dynamic "step_adjustment" {
      for_each = var.step_scaling.steps

      content {
        metric_interval_lower_bound = step_adjustment.value.above
        metric_interval_upper_bound = try(var.step_scaling.steps[step_adjustment.key + 1].above, null)
        scaling_adjustment          = step_adjustment.value.add
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "step" {
  #checkov:skip=CKV_AWS_319:Its action is the scaling policy; nobody needs to be told
  count = var.step_scaling == null ? 0 : 1

  alarm_name          = "${var.service_name}-step"
  alarm_description   = "The tasks of ${var.service_name} used ${var.step_scaling.cpu_percent} % of their processors or more for a minute: tasks are being added."
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  dimensions          = { ClusterName = var.cluster_name, ServiceName = var.service_name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = var.step_scaling.cpu_percent
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"

  actions_enabled = true
  alarm_actions   = [aws_appautoscaling_policy.step[0].arn]
}
