locals {
  alarms = merge(
    local.rest_api_alarms,
    local.http_api_alarms,
    local.function_alarms,
    local.state_machine_alarms,
    local.service_alarms,
    local.table_alarms,
    local.instance_alarms,
    local.target_group_alarms,
    local.load_balancer_alarms,
    local.sagemaker_alarms,
  )
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name        = "${var.name_prefix}-${each.key}"
  alarm_description = each.value.description

  namespace           = each.value.namespace
  metric_name         = each.value.metric_name
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  extended_statistic  = each.value.extended_statistic
  period              = 300
  evaluation_periods  = each.value.evaluation_periods
  datapoints_to_alarm = each.value.evaluation_periods
  threshold           = each.value.threshold
  comparison_operator = try(each.value.comparison_operator, "GreaterThanOrEqualToThreshold")

  # Most metrics are only written while there are requests: no data means no traffic, which is no fault.
  treat_missing_data = try(each.value.treat_missing_data, "notBreaching")

  actions_enabled = true
  alarm_actions   = [var.topic_arn]
  ok_actions      = [var.topic_arn]
}
