output "vpc_link_id" {
  description = "Id of the link, for the API's routes; null without."
  value       = one(aws_api_gateway_vpc_link.this[*].id)
}

output "base_url" {
  description = "URL the link calls, without a path."
  value       = "http://${aws_lb.this.dns_name}"

  depends_on = [aws_lb_listener.this]
}

output "listener_arn" {
  description = "ARN of the listener, for deployments that move the traffic, and for the link of an HTTP API."
  value       = aws_lb_listener.this.arn
}

output "target_groups" {
  description = "Word => name and ARN of the target group; a service can register once the listener is there."
  value       = { for word, group in aws_lb_target_group.this : word => { name = group.name, arn = group.arn } }

  depends_on = [aws_lb_listener.this]
}

output "metrics" {
  description = "How CloudWatch names the load balancer and, by word, its target groups."
  value = {
    load_balancer = aws_lb.this.arn_suffix
    target_groups = { for word, group in aws_lb_target_group.this : word => group.arn_suffix }
  }
}
