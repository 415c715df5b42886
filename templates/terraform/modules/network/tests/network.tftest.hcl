mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name               = "audio-bird-calls-dev-network"
  account_id         = "123456789012"
  region             = "eu-central-1"
  cidr               = "10.20.0.0/20"
  availability_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  flow_log_role_name = "audio-bird-calls-dev-flow-log-role"
  log_retention_days = 14
}

run "B9_public_ip_costs_nothing_when_idle" {
  command = plan

  module {
    source = "../network"
  }

  assert {
    condition     = length(aws_internet_gateway.this) == 1 && length(aws_vpc_endpoint.interface) == 0 && output.assign_public_ip
    error_message = "B9: without endpoints tasks go out through the internet gateway, which is free."
  }

  assert {
    condition     = keys(aws_vpc_endpoint.gateway) == ["dynamodb", "s3"] && alltrue([for e in aws_vpc_endpoint.gateway : e.vpc_endpoint_type == "Gateway"])
    error_message = "B9: S3 and DynamoDB must be reached by their free gateway endpoints."
  }

  assert {
    condition     = [for s in aws_subnet.task : s.cidr_block] == ["10.20.0.0/23", "10.20.2.0/23", "10.20.4.0/23"] && alltrue([for s in aws_subnet.task : !s.map_public_ip_on_launch])
    error_message = "B9: one subnet per zone, none of which gives out public addresses by itself."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.internet) == 1 && aws_vpc_security_group_egress_rule.internet[0].from_port == 443 && aws_vpc_security_group_egress_rule.internet[0].to_port == 443 && length(aws_vpc_security_group_ingress_rule.endpoints) == 0
    error_message = "B9: tasks may open TLS connections, and nothing may open one to them."
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow.retention_in_days == 14
    error_message = "C6: the flow log must be written and end after its days."
  }

  assert {
    condition     = toset(flatten([for s in data.aws_iam_policy_document.assume_flow.statement : [for c in s.condition : c.variable]])) == toset(["aws:SourceAccount", "aws:SourceArn"])
    error_message = "C5: only flow logs of this account may take the role."
  }
}

run "B9_private_endpoints_stand_in_two_zones" {
  command = plan

  module {
    source = "../network"
  }

  variables {
    network_mode = "private_endpoints_2az"
  }

  assert {
    condition     = keys(aws_vpc_endpoint.interface) == ["ecr.api", "ecr.dkr", "logs"] && alltrue([for e in aws_vpc_endpoint.interface : e.private_dns_enabled && e.vpc_endpoint_type == "Interface"])
    error_message = "B9: image and log must be reached by interface endpoints under the usual names."
  }

  assert {
    condition     = local.endpoint_zones == tolist(["eu-central-1a", "eu-central-1b"])
    error_message = "B9: two of the three zones hold endpoints, got ${jsonencode(local.endpoint_zones)}."
  }

  assert {
    condition     = length(aws_internet_gateway.this) == 0 && length(aws_route.internet) == 0 && length(aws_vpc_security_group_egress_rule.internet) == 0 && !output.assign_public_ip
    error_message = "B9: in the private modes there must be no way to the internet."
  }

  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.gateway) == ["dynamodb", "s3"] && length(aws_vpc_security_group_egress_rule.endpoints) == 1 && aws_vpc_security_group_ingress_rule.endpoints[0].from_port == 443
    error_message = "B9: tasks may reach the endpoints and nothing else."
  }
}

run "B9_private_endpoints_stand_in_one_zone" {
  command = plan

  module {
    source = "../network"
  }

  variables {
    network_mode = "private_endpoints_1az"
  }

  assert {
    condition     = local.endpoint_zones == tolist(["eu-central-1a"]) && length(aws_subnet.task) == 3
    error_message = "B9: one zone holds the endpoints, which all subnets use."
  }
}

run "C10_what_no_network_can_be_made_of_is_refused" {
  command = plan

  module {
    source = "../network"
  }

  variables {
    network_mode       = "private_endpoints_2az"
    cidr               = "10.20.1.0/20"
    availability_zones = ["us-east-1a"]
  }

  # C10: the range begins elsewhere, the zone is of another region, and two are needed.
  expect_failures = [var.cidr, var.availability_zones]
}

run "C10_another_mode_is_refused" {
  command = plan

  module {
    source = "../network"
  }

  variables {
    cidr               = "10.20.0.0/28"
    availability_zones = ["eu-central-1a", "eu-central-1a"]
    log_retention_days = 8
    name               = "sg-1"
  }

  # C10: each message names what is possible.
  expect_failures = [var.cidr, var.availability_zones, var.log_retention_days, var.name]
}
