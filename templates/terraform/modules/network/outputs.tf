output "id" {
  description = "Id of the network (VPC)."
  value       = aws_vpc.this.id
}

output "subnet_ids" {
  description = "Ids of the subnets that tasks start in, in the order of availability_zones."
  value       = [for zone in var.availability_zones : aws_subnet.task[zone].id]
}

output "task_security_group_id" {
  description = "Id of the security group of tasks: outgoing TLS only."
  value       = aws_security_group.task.id
}

output "assign_public_ip" {
  description = "Whether a task must be started with a public address to reach AWS."
  value       = local.public
}

output "endpoint_zones" {
  description = "Interface endpoint => how many zones it stands in."
  value       = { for service, endpoint in aws_vpc_endpoint.interface : service => length(endpoint.subnet_ids) }
}

output "log_retention_days" {
  description = "Days the flow log is kept."
  value       = aws_cloudwatch_log_group.flow.retention_in_days
}
