locals {
  public = var.network_mode == "public_ip"

  # Public subnets beside those of the tasks, which then have no address of their own.
  split = var.network_mode == "public_and_private"

  # In both the tasks reach AWS by its public addresses.
  outgoing = local.public || local.split

  # Eight equal parts at most: a zone keeps its part when another is added behind it.
  subnets = { for index, zone in var.availability_zones : zone => cidrsubnet(var.cidr, 3, index) }
}

resource "aws_vpc" "this" {
  cidr_block = var.cidr

  # Both are needed so that the endpoints answer under the services' usual names.
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.name }
}

resource "aws_subnet" "task" {
  for_each = local.subnets

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value

  # Whoever starts a task asks for its public address; nothing else gets one.
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_internet_gateway" "this" {
  count  = local.outgoing ? 1 : 0
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

resource "aws_route_table" "task" {
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

resource "aws_route" "internet" {
  count                  = local.public ? 1 : 0
  route_table_id         = aws_route_table.task.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}

resource "aws_route_table_association" "task" {
  for_each = aws_subnet.task

  subnet_id      = each.value.id
  route_table_id = contains(keys(local.zone_gateways), each.key) ? aws_route_table.zone[each.key].id : aws_route_table.task.id
}
