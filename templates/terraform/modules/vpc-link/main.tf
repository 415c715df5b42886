# A REST API reaches into a network only by a network load balancer; an HTTP API may, where deployments move its traffic.

resource "aws_lb" "this" {
  #checkov:skip=CKV_AWS_91:A network load balancer logs TLS connections only; the API's access log has every request
  #checkov:skip=CKV_AWS_150:deletion_protection switches it on
  name               = var.load_balancer_name
  internal           = true
  load_balancer_type = "network"
  subnets            = var.subnet_ids
  security_groups    = var.security_group_ids

  enable_cross_zone_load_balancing = true
  enable_deletion_protection       = var.deletion_protection

  # What comes by the link has no address in this network that a rule could name; the link itself is the gate.
  enforce_security_group_inbound_rules_on_private_link_traffic = "off"
}

resource "aws_lb_target_group" "this" {
  #checkov:skip=CKV_AWS_378:Behind the link nothing leaves the network; TLS ends at the API
  for_each = var.target_group_names

  name        = each.value
  vpc_id      = var.vpc_id
  target_type = "ip"
  protocol    = "TCP"
  port        = var.port

  deregistration_delay = 60

  health_check {
    protocol            = "HTTP"
    path                = var.health_check_path
    matcher             = "200-299"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

# Another port or another number of groups begins anew with the first group.
resource "terraform_data" "targets" {
  input = { port = var.port, groups = sort(keys(var.target_group_names)) }
}

resource "aws_lb_listener" "this" {
  #checkov:skip=CKV_AWS_2:Behind the link nothing leaves the network; TLS ends at the API
  #checkov:skip=CKV_AWS_103:Behind the link nothing leaves the network; TLS ends at the API
  load_balancer_arn = aws_lb.this.arn
  protocol          = "TCP"
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[sort(keys(var.target_group_names))[0]].arn
  }

  # With two groups, a deployment decides which of them answers.
  lifecycle {
    ignore_changes       = [default_action]
    replace_triggered_by = [terraform_data.targets]
  }
}

# An HTTP API makes its own link, which leads to the listener.
resource "aws_api_gateway_vpc_link" "this" {
  count = var.link_name == null ? 0 : 1

  name        = var.link_name
  description = "Way of the API to the load balancer ${var.load_balancer_name}"
  target_arns = [aws_lb.this.arn]
}
