output "alarm_names" {
  description = "Names of the alarms, sorted."
  value       = sort([for alarm in concat(values(aws_cloudwatch_metric_alarm.this), values(aws_cloudwatch_metric_alarm.missing_tasks)) : alarm.alarm_name])
}

output "alarm_arns" {
  description = "Word of the alarm => ARN."
  value       = merge({ for word, alarm in aws_cloudwatch_metric_alarm.this : word => alarm.arn }, { for word, alarm in aws_cloudwatch_metric_alarm.missing_tasks : "${word}-missing-tasks" => alarm.arn })
}

output "targets" {
  description = "Every place an alarm of this module reports to."
  value       = distinct(flatten([for alarm in concat(values(aws_cloudwatch_metric_alarm.this), values(aws_cloudwatch_metric_alarm.missing_tasks)) : tolist(alarm.alarm_actions)]))
}
