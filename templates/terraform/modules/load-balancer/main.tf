resource "aws_lb" "this" {
  #checkov:skip=CKV_AWS_150:deletion_protection switches it on; a development environment must be possible to take down at once
  #checkov:skip=CKV2_AWS_28:A web application firewall costs by the month and rule; its association needs nothing of this module but the ARN
  #checkov:skip=CKV2_AWS_76:A web application firewall costs by the month and rule; its association needs nothing of this module but the ARN
  #trivy:ignore:AWS-0053 People reach the page from outside; who may is the caller's choice of addresses, and internal closes it
  #checkov:skip=CKV2_AWS_20:Without a certificate there is nothing to redirect to; with one, port 80 only redirects
  name               = var.name
  load_balancer_type = "application"
  internal           = var.internal
  subnets            = var.subnet_ids
  security_groups    = var.security_group_ids

  idle_timeout               = var.idle_timeout_seconds
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "defensive"
  enable_deletion_protection = var.deletion_protection

  access_logs {
    enabled = true
    bucket  = var.access_log_bucket
  }
}

resource "aws_lb_target_group" "this" {
  #checkov:skip=CKV_AWS_378:TLS ends at the load balancer; behind it only its own security group reaches the targets
  name        = var.target_group_name
  target_type = "ip"
  port        = var.target_port
  protocol    = "HTTP"
  vpc_id      = var.vpc_id

  # What is under way when a target goes may end.
  deregistration_delay = var.deregistration_delay_seconds

  health_check {
    protocol            = "HTTP"
    path                = var.health_check.path
    matcher             = var.health_check.matcher
    interval            = var.health_check.interval_seconds
    timeout             = var.health_check.timeout_seconds
    healthy_threshold   = var.health_check.healthy_threshold
    unhealthy_threshold = var.health_check.unhealthy_threshold
  }

  stickiness {
    enabled         = var.sticky_seconds > 0
    type            = "lb_cookie"
    cookie_duration = max(var.sticky_seconds, 1)
  }

  # A listener lets go of a target group only once it has another; the new one needs another name.
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "http" {
  #checkov:skip=CKV_AWS_2:Without a certificate there is no other listener; with one, this one only redirects
  #checkov:skip=CKV_AWS_103:Port 80 has no TLS
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"

  dynamic "default_action" {
    for_each = var.certificate_arn == null ? [aws_lb_target_group.this.arn] : []

    content {
      type             = "forward"
      target_group_arn = default_action.value
    }
  }

  dynamic "default_action" {
    for_each = var.certificate_arn == null ? [] : [var.certificate_arn]

    content {
      type = "redirect"

      redirect {
        protocol    = "HTTPS"
        port        = "443"
        status_code = "HTTP_301"
      }
    }
  }
}

resource "aws_lb_listener" "https" {
  count = var.certificate_arn == null ? 0 : 1

  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this.arn
  }
}
