locals {
  service_metrics = {
    cpu    = { metric_name = "CPUUtilization", what = "processors", advice = "Give its tasks more cpu, or let it have more tasks." }
    memory = { metric_name = "MemoryUtilization", what = "memory", advice = "Give its tasks more memory before they are killed for want of it." }
  }

  service_alarms = merge([
    for word, service in var.services : {
      for metric, m in local.service_metrics : "${word}-${metric}" => {
        description        = "The tasks of ${service.service_name} used ${service["${metric}_percent"]} % of their ${m.what} or more for 15 minutes, although it may be scaled. ${m.advice}"
        namespace          = "AWS/ECS"
        metric_name        = m.metric_name
        dimensions         = { ClusterName = service.cluster_name, ServiceName = service.service_name }
        statistic          = "Average"
        extended_statistic = null
        evaluation_periods = 3
        threshold          = service["${metric}_percent"]
      }
    }
  ]...)
}

# Two metrics compared, which Container Insights writes as long as the service exists: no data is a fault here.
resource "aws_cloudwatch_metric_alarm" "missing_tasks" {
  for_each = var.services

  alarm_name          = "${var.name_prefix}-${each.key}-missing-tasks"
  alarm_description   = "Fewer tasks of ${each.value.service_name} ran than it should have for ${each.value.missing_task_minutes} minutes. Look into the service's events and the reasons of its stopped tasks."
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  evaluation_periods  = each.value.missing_task_minutes
  datapoints_to_alarm = each.value.missing_task_minutes
  treat_missing_data  = "breaching"

  metric_query {
    id          = "missing"
    expression  = "desired - running"
    label       = "Missing tasks"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { desired = "DesiredTaskCount", running = "RunningTaskCount" }

    content {
      id = metric_query.key

      metric {
        namespace   = "ECS/ContainerInsights"
        metric_name = metric_query.value
        period      = 60
        stat        = "Minimum"
        dimensions  = { ClusterName = each.value.cluster_name, ServiceName = each.value.service_name }
      }
    }
  }

  actions_enabled = true
  alarm_actions   = [var.topic_arn]
  ok_actions      = [var.topic_arn]
}
