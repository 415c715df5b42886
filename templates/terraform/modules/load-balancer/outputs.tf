output "arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "name" {
  description = "Name of the load balancer."
  value       = aws_lb.this.name
}

output "arn_suffixes" {
  description = "How CloudWatch knows the load balancer and its target group."
  value       = { load_balancer = aws_lb.this.arn_suffix, target_group = aws_lb_target_group.this.arn_suffix }
}

output "domain" {
  description = "Domain of the load balancer; point a name of your own to it where it has a certificate for it."
  value       = aws_lb.this.dns_name
}

output "url" {
  description = "URL under the load balancer's own domain: https where it has a certificate, which will not be for that domain."
  value       = "${var.certificate_arn == null ? "http" : "https"}://${aws_lb.this.dns_name}"
}

output "target_group_arn" {
  description = "ARN of the target group that a service registers its tasks in."
  value       = aws_lb_target_group.this.arn

  # A service may only use a target group that a listener leads to.
  depends_on = [aws_lb_listener.http, aws_lb_listener.https]
}

output "configuration" {
  description = "What it was set to: listeners (port => what happens), time limits, health check, logs, protection."
  value = {
    listeners = merge(
      { "80" = var.certificate_arn == null ? "forward" : "redirect to 443" },
      { for listener in aws_lb_listener.https : tostring(listener.port) => "forward, ${listener.ssl_policy}" },
    )
    internal             = aws_lb.this.internal
    idle_timeout_seconds = aws_lb.this.idle_timeout
    drop_invalid_headers = aws_lb.this.drop_invalid_header_fields
    deletion_protection  = aws_lb.this.enable_deletion_protection
    access_log_bucket    = one(aws_lb.this.access_logs).bucket
    health_check_path    = one(aws_lb_target_group.this.health_check).path
    target_port          = aws_lb_target_group.this.port
    target_type          = aws_lb_target_group.this.target_type
    sticky               = one(aws_lb_target_group.this.stickiness).enabled
  }
}
