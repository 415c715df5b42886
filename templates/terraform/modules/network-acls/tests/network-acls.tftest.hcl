mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name       = "audio-base-prod-data"
  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-a", "subnet-b"]
  ingress    = { postgres = { number = 100, from_port = 5432, to_port = 5432, cidr = "10.20.0.0/20" } }
  egress     = { answers = { number = 100, from_port = 1024, to_port = 65535, cidr = "10.20.0.0/20" } }
}

run "E4_only_what_is_named_passes" {
  command = plan

  module {
    source = "../network-acls"
  }

  assert {
    condition     = output.rules == { "in postgres" = "allow tcp 5432-5432 10.20.0.0/20", "out answers" = "allow tcp 1024-65535 10.20.0.0/20" }
    error_message = "E4: the rules must be those that were given and no more, got ${jsonencode(output.rules)}."
  }

  assert {
    condition     = toset(aws_network_acl.this.subnet_ids) == toset(["subnet-a", "subnet-b"])
    error_message = "E4: the subnets that were given must be filtered."
  }
}

run "E4_the_internet_reaches_neither_ssh_nor_rdp" {
  command = plan

  module {
    source = "../network-acls"
  }

  variables {
    ingress = { all = { number = 100, from_port = 1024, to_port = 65535, cidr = "0.0.0.0/0" } }
  }

  # E4: 3389 lies in the range.
  expect_failures = [var.ingress]
}

run "C10_two_rules_with_one_number_are_refused" {
  command = plan

  module {
    source = "../network-acls"
  }

  variables {
    ingress = { a = { number = 1, from_port = 80, to_port = 80, cidr = "10.0.0.0/8" }, b = { number = 1, from_port = 81, to_port = 81, cidr = "10.0.0.0/8" } }
    egress  = { a = { number = 0, from_port = 90, to_port = 80, cidr = "10.0.0.0" } }
  }

  # C10: the second would replace the first.
  expect_failures = [var.ingress, var.egress]
}
