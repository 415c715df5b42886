output "name" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "url" {
  description = "Where the dashboard is seen in the AWS console."
  value       = "https://${var.region}.console.aws.amazon.com/cloudwatch/home?region=${var.region}#dashboards/dashboard/${var.name}"
}

output "titles" {
  description = "Titles of what is shown, from top to bottom."
  value       = concat([for w in local.alarms : w.properties.title], [for w in local.charts : w.properties.title], [for w in local.logs : w.properties.title])
}
