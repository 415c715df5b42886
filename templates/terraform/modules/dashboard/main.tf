locals {
  # Two charts in a row; a dashboard is 24 units wide.
  charts = [
    for index, chart in local.metric_charts : {
      type   = "metric"
      x      = (index % 2) * 12
      y      = local.top + floor(index / 2) * 6
      width  = 12
      height = 6
      properties = {
        title   = chart.title
        region  = var.region
        view    = "timeSeries"
        stacked = false
        period  = 300
        metrics = chart.metrics
        yAxis   = { left = { min = 0 } }
      }
    }
  ]

  alarms = length(var.alarm_arns) == 0 ? [] : [{
    type       = "alarm"
    x          = 0
    y          = 0
    width      = 24
    height     = 4
    properties = { title = "Alarms", alarms = var.alarm_arns, sortBy = "stateUpdatedTimestamp" }
  }]

  # The newest lines of every log that sound like trouble, in one list.
  logs = length(var.log_group_names) == 0 ? [] : [{
    type   = "log"
    x      = 0
    y      = local.top + ceil(length(local.metric_charts) / 2) * 6
    width  = 24
    height = 8
    properties = {
      title  = "Errors in the logs"
      region = var.region
      view   = "table"
      query  = "${join(" | ", [for name in var.log_group_names : "SOURCE '${name}'"])} | fields @timestamp, @log, @message | filter @message like /(?i)(error|exception|critical)/ | sort @timestamp desc | limit 50"
    }
  }]

  top = length(var.alarm_arns) == 0 ? 0 : 4

  # Alike in JSON, but not for Terraform: each kind is encoded by itself.
  widgets = concat([for w in local.alarms : jsonencode(w)], [for w in local.charts : jsonencode(w)], [for w in local.logs : jsonencode(w)])
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({ widgets = [for widget in local.widgets : jsondecode(widget)] })
}
