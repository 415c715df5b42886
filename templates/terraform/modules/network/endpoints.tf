locals {
  endpoint_zones = slice(var.availability_zones, 0, {
    public_ip             = 0
    public_and_private    = 0
    private_endpoints_1az = min(1, length(var.availability_zones))
    private_endpoints_2az = min(2, length(var.availability_zones))
  }[var.network_mode])
}

# Free, so they are there in every mode: models and job records then never leave AWS's network.
resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(["s3", "dynamodb"])

  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat([aws_route_table.task.id], [for zone in keys(local.zone_gateways) : aws_route_table.zone[zone].id])

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_endpoint" "interface" {
  for_each = local.outgoing ? toset([]) : toset(var.interface_services)

  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for zone in local.endpoint_zones : aws_subnet.task[zone].id]
  security_group_ids  = [aws_security_group.endpoints[0].id]
  private_dns_enabled = true

  tags = { Name = "${var.name}-${each.key}" }
}
