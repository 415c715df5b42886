mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name        = "audio-bird-calls-dev-service"
  description = "Tasks of the service: called by the VPC link"
  vpc_id      = "vpc-1"

  ingress = {
    link = { description = "Requests from the VPC link", from_port = 8080, security_group_id = "sg-link" }
    peer = { description = "Tasks among themselves", from_port = 9000, to_port = 9010, self = true }
  }

  egress = {
    tls = { description = "TLS to the public endpoints of AWS", from_port = 443, cidr_ipv4 = "0.0.0.0/0" }
    s3  = { description = "TLS to S3", from_port = 443, prefix_list_id = "pl-1" }
  }
}

run "CH7_every_rule_is_typed_and_described" {
  command = plan

  module {
    source = "../security-group"
  }

  assert {
    condition = { for word, r in aws_vpc_security_group_ingress_rule.this : word => "${r.ip_protocol} ${r.from_port} ${r.to_port} ${r.description}" } == {
      link = "tcp 8080 8080 Requests from the VPC link", peer = "tcp 9000 9010 Tasks among themselves",
    }
    error_message = "CH7: every way in must have its protocol, ports and description."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.this["link"].referenced_security_group_id == "sg-link" && aws_vpc_security_group_ingress_rule.this["peer"].referenced_security_group_id == aws_security_group.this.id
    error_message = "CH7: a rule names another group or its own."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.this["tls"].cidr_ipv4 == "0.0.0.0/0" && aws_vpc_security_group_egress_rule.this["s3"].prefix_list_id == "pl-1" && aws_vpc_security_group_egress_rule.this["s3"].cidr_ipv4 == null
    error_message = "CH7: a rule names addresses or a prefix list, never both."
  }

  assert {
    condition     = output.rules["in link"] == "tcp 8080-8080 sg-link" && output.rules["out tls"] == "tcp 443-443 0.0.0.0/0" && length(output.rules) == 4
    error_message = "CH7: the output must tell every rule, got ${jsonencode(output.rules)}."
  }
}

run "CH7_a_group_without_rules_is_closed" {
  command = plan

  module {
    source = "../security-group"
  }

  variables {
    ingress = {}
    egress  = {}
  }

  assert {
    condition     = length(aws_vpc_security_group_ingress_rule.this) == 0 && length(aws_vpc_security_group_egress_rule.this) == 0
    error_message = "CH7: nothing is open unless it is asked for."
  }
}

run "CH7_what_opens_too_much_is_refused" {
  command = plan

  module {
    source = "../security-group"
  }

  variables {
    ingress = { ssh = { description = "A shell for everybody", from_port = 1, to_port = 1024, cidr_ipv4 = "0.0.0.0/0" } }
    egress  = { all = { description = "Everything", ip_protocol = "-1", cidr_ipv6 = "::/0" } }
  }

  # CH7: ports 1 to 1024 hold SSH; egress without ports is egress to everything.
  expect_failures = [var.ingress, var.egress]
}

run "CH7_a_rule_without_one_counterpart_is_refused" {
  command = plan

  module {
    source = "../security-group"
  }

  variables {
    ingress = { two = { description = "Two sources", from_port = 443, cidr_ipv4 = "10.0.0.0/8", security_group_id = "sg-1" } }
    egress  = { none = { description = "No destination", from_port = 443 } }
  }

  # CH7: AWS would find it only while applying.
  expect_failures = [var.ingress, var.egress]
}

run "C10_what_ec2_would_refuse_while_applying_is_refused_before" {
  command = plan

  module {
    source = "../security-group"
  }

  variables {
    name        = "sg-mine"
    description = "AWS's own"
    ingress     = { quote = { description = "The service's port", from_port = 8080, cidr_ipv4 = "10.0.0.0/8" } }
    egress      = { ports = { description = "Backwards", from_port = 443, to_port = 80, cidr_ipv4 = "10.0.0.0/8" } }
  }

  # C10: names that begin with sg-, an apostrophe, ports in the wrong order.
  expect_failures = [var.name, var.description, var.ingress, var.egress]
}
