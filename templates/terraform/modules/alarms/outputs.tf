output "alarm_names" {
  description = "Names of the alarms, sorted."
  value       = sort([for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name])
}

output "alarm_arns" {
  description = "Word of the alarm => ARN."
  value       = { for word, alarm in aws_cloudwatch_metric_alarm.this : word => alarm.arn }
}

output "targets" {
  description = "Every place an alarm of this module reports to."
  value       = distinct(flatten([for alarm in aws_cloudwatch_metric_alarm.this : tolist(alarm.alarm_actions)]))
}
