# No way out and none in but from inside the network: the route table has no route of its own.

resource "aws_subnet" "data" {
  for_each = local.postgres == 1 ? var.postgres.subnets : {}

  vpc_id                  = var.postgres.vpc_id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-data-${each.key}" }
}

resource "aws_route_table" "data" {
  count  = local.postgres
  vpc_id = var.postgres.vpc_id

  tags = { Name = "${var.name}-data" }
}

resource "aws_route_table_association" "data" {
  for_each = aws_subnet.data

  subnet_id      = each.value.id
  route_table_id = aws_route_table.data[0].id
}

resource "aws_db_subnet_group" "this" {
  count = local.postgres

  name        = var.name
  description = "Subnets without a way to or from the internet"
  subnet_ids  = [for subnet in aws_subnet.data : subnet.id]

  depends_on = [aws_route_table_association.data]
}
