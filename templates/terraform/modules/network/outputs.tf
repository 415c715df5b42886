output "id" {
  description = "Id of the network (VPC)."
  value       = aws_vpc.this.id
}

output "subnet_ids" {
  description = "Ids of the subnets that tasks start in, in the order of availability_zones."
  value       = [for zone in var.availability_zones : aws_subnet.task[zone].id]
}

output "public_subnet_ids" {
  description = "Ids of the public subnets, in the order of availability_zones; empty but in public_and_private. Whoever stands in them reaches the internet once they are routed."
  value       = [for zone in local.split ? var.availability_zones : [] : aws_subnet.public[zone].id]

  depends_on = [aws_route.public, aws_route_table_association.public]
}

output "gateway_zones" {
  description = "Zones with a NAT gateway, each paid by the hour."
  value       = tolist(local.gateway_zones)
}

output "gateways" {
  description = "Zone => id of the NAT gateway by which its private subnet gets out; empty where there is none."
  value       = { for zone in length(local.gateway_zones) == 0 ? [] : var.availability_zones : zone => aws_nat_gateway.this[contains(local.gateway_zones, zone) ? zone : local.gateway_zones[0]].id }

  depends_on = [aws_route.nat, aws_route.zone, aws_route_table_association.task]
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
  value       = { for service in keys(aws_vpc_endpoint.interface) : service => length(local.endpoint_zones) }
}

output "log_retention_days" {
  description = "Days the flow log is kept."
  value       = aws_cloudwatch_log_group.flow.retention_in_days
}
