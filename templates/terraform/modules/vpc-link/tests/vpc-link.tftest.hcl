mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  link_name          = "audio-base-prod-link"
  load_balancer_name = "audio-base-prod-nlb"
  target_group_names = { green = "audio-base-prod-green", blue = "audio-base-prod-blue" }
  vpc_id             = "vpc-1"
  subnet_ids         = ["subnet-a"]
  security_group_ids = ["sg-1"]
  port               = 8080
}

run "E1_the_link_leads_to_a_load_balancer_inside_the_network" {
  module {
    source = "../vpc-link"
  }

  assert {
    condition     = aws_lb.this.internal && aws_lb.this.load_balancer_type == "network" && aws_lb.this.enable_cross_zone_load_balancing && aws_lb.this.enable_deletion_protection
    error_message = "E1: E4: the load balancer must be unreachable from the internet, and protected."
  }

  assert {
    condition     = aws_api_gateway_vpc_link.this[0].target_arns == tolist([aws_lb.this.arn]) && startswith(output.base_url, "http://")
    error_message = "E1: the link must lead to this load balancer."
  }

  assert {
    condition     = alltrue([for g in aws_lb_target_group.this : g.target_type == "ip" && g.port == 8080 && g.health_check[0].protocol == "HTTP" && g.health_check[0].path == "/health"])
    error_message = "E1: a task must be asked whether it is well at its own route."
  }
}

run "E7_two_target_groups_and_the_first_answers_first" {
  module {
    source = "../vpc-link"
  }

  assert {
    condition     = keys(output.target_groups) == ["blue", "green"] && aws_lb_listener.this.default_action[0].target_group_arn == aws_lb_target_group.this["blue"].arn
    error_message = "E7: there must be a group for the old tasks and one for the new, and blue must answer first."
  }
}

run "D3_an_http_api_brings_its_own_link" {
  module {
    source = "../vpc-link"
  }

  variables {
    link_name = null
  }

  assert {
    condition     = length(aws_api_gateway_vpc_link.this) == 0 && output.vpc_link_id == null && output.listener_arn == aws_lb_listener.this.arn
    error_message = "D3: without a name there must be no link, but a listener to lead one to."
  }
}

run "C10_names_that_do_not_fit_are_refused" {
  command = plan

  module {
    source = "../vpc-link"
  }

  variables {
    link_name          = "a link"
    load_balancer_name = "a-name-of-more-than-thirty-two-letters"
    target_group_names = {}
    security_group_ids = []
    port               = 0
  }

  # C10: each message names what is allowed.
  expect_failures = [var.link_name, var.load_balancer_name, var.target_group_names, var.security_group_ids, var.port]
}
