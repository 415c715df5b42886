locals {
  # The lower half of the addresses is the tasks' own, the upper half is for what stands in public.
  public_subnets = { for index, zone in local.split ? var.availability_zones : [] : zone => cidrsubnet(var.cidr, 3, 4 + index) }

  gateway_zones = {
    per_az = local.split ? var.availability_zones : []
    single = local.split ? slice(var.availability_zones, 0, min(1, length(var.availability_zones))) : []
    none   = []
  }[var.nat_mode]

  # The first zone's way out is the tasks' route table, which is there in every mode; the others have one each.
  zone_gateways = { for zone in local.gateway_zones : zone => zone if zone != var.availability_zones[0] }
}

resource "aws_subnet" "public" {
  for_each = local.public_subnets

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value

  # Load balancers and NAT gateways bring their addresses; nothing else gets one by itself.
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-public-${each.key}" }
}

resource "aws_route_table" "public" {
  count  = local.split ? 1 : 0
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-public" }
}

resource "aws_route" "public" {
  count                  = local.split ? 1 : 0
  route_table_id         = aws_route_table.public[0].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this[0].id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public[0].id
}

resource "aws_eip" "nat" {
  for_each = toset(local.gateway_zones)
  domain   = "vpc"

  tags = { Name = "${var.name}-nat-${each.key}" }

  # An address can only be used from a network that has a way to the internet.
  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  for_each = toset(local.gateway_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = { Name = "${var.name}-${each.key}" }

  depends_on = [aws_route.public]
}

resource "aws_route" "nat" {
  count                  = length(local.gateway_zones) > 0 ? 1 : 0
  route_table_id         = aws_route_table.task.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[local.gateway_zones[0]].id
}

resource "aws_route_table" "zone" {
  for_each = local.zone_gateways
  vpc_id   = aws_vpc.this.id

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_route" "zone" {
  for_each = local.zone_gateways

  route_table_id         = aws_route_table.zone[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[each.key].id
}
