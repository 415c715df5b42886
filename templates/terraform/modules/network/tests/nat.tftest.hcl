# Public and private subnets, and the way out of the private ones. Applied, for which subnet goes through which gateway is
# only told by their ids.

mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name               = "audio-churn-dev-network"
  account_id         = "123456789012"
  region             = "eu-central-1"
  network_mode       = "public_and_private"
  cidr               = "10.30.0.0/20"
  availability_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  flow_log_role_name = "audio-churn-dev-flow-log-role"
}

run "CH6_a_public_and_a_private_subnet_with_a_gateway_in_each_zone" {
  command = apply

  module {
    source = "../network"
  }

  assert {
    condition     = aws_vpc.this.enable_dns_support && aws_vpc.this.enable_dns_hostnames
    error_message = "CH6: names of the network must resolve."
  }

  assert {
    condition     = [for s in aws_subnet.task : s.cidr_block] == ["10.30.0.0/23", "10.30.2.0/23", "10.30.4.0/23"] && [for s in aws_subnet.public : s.cidr_block] == ["10.30.8.0/23", "10.30.10.0/23", "10.30.12.0/23"]
    error_message = "CH6: each zone has a private subnet in the lower half of the addresses and a public one in the upper half."
  }

  assert {
    condition     = tolist(keys(aws_nat_gateway.this)) == var.availability_zones && tolist(keys(aws_eip.nat)) == var.availability_zones && alltrue([for e in aws_eip.nat : e.domain == "vpc"])
    error_message = "CH6: each zone has a NAT gateway with an elastic IP."
  }

  assert {
    condition     = alltrue([for zone, gateway in aws_nat_gateway.this : gateway.subnet_id == aws_subnet.public[zone].id && gateway.allocation_id == aws_eip.nat[zone].id])
    error_message = "CH6: a NAT gateway stands in the public subnet of its zone."
  }

  assert {
    condition     = length(aws_internet_gateway.this) == 1 && aws_route.public[0].gateway_id == aws_internet_gateway.this[0].id && length(aws_route.internet) == 0 && toset([for a in aws_route_table_association.public : a.route_table_id]) == toset([aws_route_table.public[0].id])
    error_message = "CH6: the internet gateway is for the public subnets, and not for the private ones."
  }

  assert {
    condition = { for zone, association in aws_route_table_association.task : zone => association.route_table_id } == {
      "eu-central-1a" = aws_route_table.task.id, "eu-central-1b" = aws_route_table.zone["eu-central-1b"].id, "eu-central-1c" = aws_route_table.zone["eu-central-1c"].id,
    } && aws_route.nat[0].nat_gateway_id == aws_nat_gateway.this["eu-central-1a"].id && alltrue([for zone, route in aws_route.zone : route.route_table_id == aws_route_table.zone[zone].id && route.nat_gateway_id == aws_nat_gateway.this[zone].id]) && keys(aws_route.zone) == ["eu-central-1b", "eu-central-1c"]
    error_message = "CH6: each private subnet goes out through the gateway of its own zone."
  }

  assert {
    condition     = output.gateways == { for zone in var.availability_zones : zone => aws_nat_gateway.this[zone].id } && length(output.public_subnet_ids) == 3 && !output.assign_public_ip
    error_message = "CH6: tasks stand in the private subnets and need no address of their own."
  }

  assert {
    condition     = length(aws_vpc_endpoint.gateway["s3"].route_table_ids) == 3 && length(aws_vpc_endpoint.interface) == 0
    error_message = "CH6: every private subnet reaches S3 and DynamoDB without the gateway that is paid for what goes through."
  }

  assert {
    condition     = alltrue([for s in aws_subnet.public : !s.map_public_ip_on_launch]) && length(aws_vpc_security_group_egress_rule.internet) == 1 && aws_flow_log.this.traffic_type == "ALL" && aws_default_security_group.this.vpc_id == aws_vpc.this.id
    error_message = "CH6: no address is given out unasked, the default group is closed, and the flow log is written."
  }
}

run "CH6_one_gateway_for_all_zones" {
  command = apply

  module {
    source = "../network"
  }

  variables {
    nat_mode = "single"
  }

  assert {
    condition     = keys(aws_nat_gateway.this) == ["eu-central-1a"] && length(aws_route_table.zone) == 0 && alltrue([for a in aws_route_table_association.task : a.route_table_id == aws_route_table.task.id])
    error_message = "CH6: one gateway, which all private subnets use."
  }

  assert {
    condition     = output.gateways == { for zone in var.availability_zones : zone => aws_nat_gateway.this["eu-central-1a"].id } && length(aws_subnet.public) == 3
    error_message = "CH6: each zone keeps its public subnet, got ${jsonencode(output.gateways)}."
  }
}

run "CH6_no_gateway" {
  command = apply

  module {
    source = "../network"
  }

  variables {
    nat_mode = "none"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.nat) == 0 && length(aws_route.public) == 1 && length(output.gateways) == 0 && length(output.gateway_zones) == 0
    error_message = "CH6: private subnets without any way out, public ones with theirs."
  }
}

run "CH6_the_other_modes_have_no_public_subnets" {
  command = plan

  module {
    source = "../network"
  }

  variables {
    network_mode = "public_ip"
  }

  assert {
    condition     = length(aws_subnet.public) == 0 && length(aws_nat_gateway.this) == 0 && length(aws_route_table.zone) == 0 && length(aws_route_table.public) == 0 && length(output.public_subnet_ids) == 0 && output.assign_public_ip
    error_message = "CH6: whoever did not ask for a gateway pays for none."
  }
}

run "CH6_more_zones_than_there_are_addresses_for_are_refused" {
  command = plan

  module {
    source = "../network"
  }

  variables {
    nat_mode           = "double"
    availability_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d", "eu-central-1e"]
  }

  # CH6: C10: four zones, two eighths each.
  expect_failures = [var.availability_zones, var.nat_mode]
}
