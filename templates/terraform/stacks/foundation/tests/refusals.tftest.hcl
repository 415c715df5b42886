# What must not be built is refused before anything is planned, with a message that says what to do.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id         = "123456789012"
  region             = "eu-central-1"
  environment        = "prod"
  team               = "audio"
  name               = "bird-calls-foundation"
  entity_ref         = "component:default/bird-calls"
  owner              = "group:default/audio"
  template_version   = "0.1.0"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  monthly_budget_usd = 50
}

run "CH6_prod_is_never_without_a_gateway" {
  command = plan

  variables {
    shared_network = true
    nat_mode       = "none"
  }

  expect_failures = [var.nat_mode]
}

run "CH6_a_network_too_small_for_all_stacks_is_refused" {
  command = plan

  variables {
    shared_network = true
    vpc_cidr       = "10.60.0.0/24"
  }

  expect_failures = [var.vpc_cidr]
}

run "CH6_a_network_in_one_zone_is_refused" {
  command = plan

  variables {
    shared_network     = true
    availability_zones = ["eu-central-1a"]
  }

  expect_failures = [var.availability_zones]
}

run "CH6_a_zone_of_another_region_is_refused" {
  command = plan

  variables {
    shared_network     = true
    availability_zones = ["eu-central-1a", "eu-west-1a"]
  }

  expect_failures = [var.availability_zones]
}

run "E5_a_trail_too_short_for_prod_is_refused" {
  command = plan

  variables {
    audit_trail      = true
    audit_trail_days = 30
  }

  expect_failures = [var.audit_trail_days]
}

run "E6_a_stack_that_nobody_knows_is_refused" {
  command = plan

  variables {
    stack_names = { weather = "bird-calls-weather" }
  }

  expect_failures = [var.stack_names]
}

run "C8_a_budget_of_nothing_is_refused" {
  command = plan

  variables {
    monthly_budget_usd = 0
  }

  expect_failures = [var.monthly_budget_usd]
}
