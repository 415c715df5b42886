# Whatever no rule lets through is dropped: a network ACL ends with a rule that denies everything.
resource "aws_network_acl" "this" {
  vpc_id     = var.vpc_id
  subnet_ids = var.subnet_ids

  tags = { Name = var.name }
}

resource "aws_network_acl_rule" "ingress" {
  for_each = var.ingress

  network_acl_id = aws_network_acl.this.id
  egress         = false
  rule_number    = each.value.number
  rule_action    = each.value.action
  protocol       = each.value.protocol
  cidr_block     = each.value.cidr
  from_port      = each.value.from_port
  to_port        = each.value.to_port
}

resource "aws_network_acl_rule" "egress" {
  for_each = var.egress

  network_acl_id = aws_network_acl.this.id
  egress         = true
  rule_number    = each.value.number
  rule_action    = each.value.action
  protocol       = each.value.protocol
  cidr_block     = each.value.cidr
  from_port      = each.value.from_port
  to_port        = each.value.to_port
}
