# Closed: whatever is started without a security group of its own reaches nothing and is reached by nothing.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-default-closed" }
}

resource "aws_security_group" "task" {
  #checkov:skip=CKV2_AWS_5:The tasks of a stack with this network alone are in it; where stacks share the network, each brings groups of its own
  name        = "${var.name}-task"
  description = "Tasks: they call AWS over TLS, nothing calls them"
  vpc_id      = aws_vpc.this.id

  tags = { Name = "${var.name}-task" }
}

resource "aws_vpc_security_group_egress_rule" "internet" {
  #trivy:ignore:AWS-0104 Only port 443 is open; without endpoints the addresses of AWS's services cannot be listed
  #checkov:skip=CKV_AWS_382:Only port 443 is open; without endpoints the addresses of AWS's services cannot be listed
  count = local.outgoing ? 1 : 0

  security_group_id = aws_security_group.task.id
  description       = "TLS to the public endpoints of AWS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "gateway" {
  for_each = local.outgoing ? {} : aws_vpc_endpoint.gateway

  security_group_id = aws_security_group.task.id
  description       = "TLS to the gateway endpoint of ${each.key}"
  prefix_list_id    = each.value.prefix_list_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "endpoints" {
  count = local.outgoing ? 0 : 1

  security_group_id            = aws_security_group.task.id
  description                  = "TLS to the interface endpoints"
  referenced_security_group_id = aws_security_group.endpoints[0].id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_security_group" "endpoints" {
  count = local.outgoing ? 0 : 1

  name        = "${var.name}-endpoints"
  description = "Interface endpoints: called by the tasks over TLS"
  vpc_id      = aws_vpc.this.id

  tags = { Name = "${var.name}-endpoints" }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  count = local.outgoing ? 0 : 1

  security_group_id            = aws_security_group.endpoints[0].id
  description                  = "TLS from the tasks"
  referenced_security_group_id = aws_security_group.task.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
