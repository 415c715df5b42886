# The stack in a network that it shares with the repository's other stacks, and with a budget that is watched elsewhere.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id         = "123456789012"
  region             = "eu-central-1"
  environment        = "dev"
  team               = "telco"
  name               = "churn"
  entity_ref         = "component:default/churn"
  owner              = "group:default/telco"
  template_version   = "0.1.0"
  force_destroy      = true
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  nat_mode           = "single"
  ui_allowed_cidrs   = ["203.0.113.0/24"]
  capacity_weights   = { fargate = 1, fargate_spot = 3 }
  throttle           = { rate_limit = 10, burst_limit = 20 }
  log_retention_days = 7
  monthly_budget_usd = 120
  alert_emails       = ["churn@example.com"]
}

run "CH6_C8_the_stack_stands_in_the_shared_network" {
  command = plan

  variables {
    monthly_budget_usd = null
    network_source     = "shared"
    shared_network = {
      id                     = "vpc-0shared", cidr = "10.60.0.0/20", subnet_ids = ["subnet-0private1", "subnet-0private2"], public_subnet_ids = ["subnet-0public1", "subnet-0public2"],
      task_security_group_id = "sg-0shared", assign_public_ip = false, data_subnets = { eu-central-1a = "10.60.6.0/25", eu-central-1b = "10.60.6.128/25" }
    }
  }

  assert {
    condition     = length(module.network) == 0 && module.service.configuration.subnet_ids == toset(["subnet-0private1", "subnet-0private2"]) && contains(module.service.configuration.security_group_ids, "sg-0shared") && !module.service.configuration.assign_public_ip && output.network_id == "vpc-0shared"
    error_message = "CH6: everything must stand in the shared network, and none may be built beside it."
  }

  assert {
    condition     = length(module.budget) == 0 && output.budget_name == null
    error_message = "C8: the foundation watches the spend; a second budget on the same tag would count everything again."
  }
}

run "CH6_a_shared_network_that_nobody_handed_on_is_refused" {
  command = plan

  variables {
    network_source = "shared"
  }

  expect_failures = [var.shared_network]
}
