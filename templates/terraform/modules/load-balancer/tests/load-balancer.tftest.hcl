mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name               = "telco-churn-dev-alb"
  target_group_name  = "telco-churn-dev-ui-8501"
  vpc_id             = "vpc-1"
  subnet_ids         = ["subnet-1", "subnet-2"]
  security_group_ids = ["sg-1"]
  target_port        = 8501
  health_check       = { path = "/_stcore/health" }
  access_log_bucket  = "telco-churn-dev-access-logs-123456789012"
}

run "CH8_without_a_certificate_port_80_forwards" {
  command = plan

  module {
    source = "../load-balancer"
  }

  variables {
    deletion_protection = false
    sticky_seconds      = 3600
  }

  assert {
    condition     = aws_lb.this.load_balancer_type == "application" && !aws_lb.this.internal && aws_lb.this.idle_timeout == 60 && aws_lb.this.drop_invalid_header_fields && aws_lb.this.desync_mitigation_mode == "defensive" && !aws_lb.this.enable_deletion_protection
    error_message = "CH8: an application load balancer that gives up idle connections after 60 s and drops headers it cannot read."
  }

  assert {
    condition     = aws_lb_target_group.this.target_type == "ip" && aws_lb_target_group.this.port == 8501 && one(aws_lb_target_group.this.health_check).path == "/_stcore/health" && one(aws_lb_target_group.this.stickiness).enabled
    error_message = "CH8: tasks are targets by their address, asked for their health at Streamlit's own path."
  }

  assert {
    condition     = aws_lb_listener.http.port == 80 && aws_lb_listener.http.default_action[0].type == "forward" && aws_lb_listener.http.default_action[0].target_group_arn == aws_lb_target_group.this.arn && length(aws_lb_listener.https) == 0
    error_message = "CH8: port 80 must lead to the targets."
  }

  assert {
    condition     = one(aws_lb.this.access_logs).enabled && output.configuration.access_log_bucket == "telco-churn-dev-access-logs-123456789012" && startswith(output.url, "http://")
    error_message = "CH8: the access log must be written."
  }
}

run "CH8_with_a_certificate_port_80_redirects" {
  command = plan

  module {
    source = "../load-balancer"
  }

  variables {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && aws_lb_listener.http.default_action[0].redirect[0].port == "443" && aws_lb_listener.http.default_action[0].redirect[0].protocol == "HTTPS" && aws_lb_listener.http.default_action[0].redirect[0].status_code == "HTTP_301" && length(aws_lb_listener.http.default_action) == 1
    error_message = "CH8: port 80 must do nothing but redirect."
  }

  assert {
    condition     = aws_lb_listener.https[0].port == 443 && aws_lb_listener.https[0].protocol == "HTTPS" && aws_lb_listener.https[0].certificate_arn == var.certificate_arn && aws_lb_listener.https[0].ssl_policy == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    error_message = "CH8: port 443 must take TLS 1.2 and later only."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection && output.configuration.listeners == { "80" = "redirect to 443", "443" = "forward, ELBSecurityPolicy-TLS13-1-2-2021-06" } && startswith(output.url, "https://")
    error_message = "CH8: it is protected unless that is switched off, got ${jsonencode(output.configuration)}."
  }
}

run "C10_what_a_load_balancer_cannot_be_is_refused" {
  command = plan

  module {
    source = "../load-balancer"
  }

  variables {
    name                 = "telco-customer-churn-development-alb"
    target_group_name    = "ui-"
    subnet_ids           = ["subnet-1"]
    security_group_ids   = []
    certificate_arn      = "arn:aws:iam::123456789012:server-certificate/old"
    target_port          = 0
    health_check         = { path = "health", timeout_seconds = 15 }
    idle_timeout_seconds = 0
    sticky_seconds       = -1
  }

  # CH8: C10: 32 characters, two zones, a certificate of ACM, a check that ends before the next begins.
  expect_failures = [var.name, var.target_group_name, var.subnet_ids, var.security_group_ids, var.certificate_arn, var.target_port, var.health_check, var.idle_timeout_seconds, var.sticky_seconds]
}
