# The stack in a network that it shares with the repository's other stacks, and with a budget that is watched elsewhere.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id           = "123456789012"
  region               = "eu-central-1"
  environment          = "dev"
  team                 = "audio"
  name                 = "bird-calls"
  entity_ref           = "component:default/bird-calls"
  owner                = "group:default/audio"
  template_version     = "0.1.0"
  force_destroy        = true
  cors_allowed_origins = ["*"]
  usage_plan           = { rate_limit = 5, burst_limit = 10, quota_limit = 1000, quota_period = "DAY" }
  log_retention_days   = 7
  monthly_budget_usd   = 50
  alert_emails         = ["birds@example.com"]
}

run "E4_C8_the_stack_stands_in_the_shared_network" {
  command = plan

  variables {
    monthly_budget_usd = null
    serving            = "ecs"
    database_engine    = "postgres"
    availability_zones = ["eu-central-1a", "eu-central-1b"]
    network_source     = "shared"
    shared_network = {
      id                     = "vpc-0shared", cidr = "10.60.0.0/20", subnet_ids = ["subnet-0private1", "subnet-0private2"], public_subnet_ids = ["subnet-0public1", "subnet-0public2"],
      task_security_group_id = "sg-0shared", assign_public_ip = false, data_subnets = { eu-central-1a = "10.60.6.0/25", eu-central-1b = "10.60.6.128/25" }
    }
  }

  assert {
    condition     = length(module.network) == 0 && module.service[0].configuration.subnet_ids == toset(["subnet-0private1", "subnet-0private2"]) && contains(module.service[0].configuration.security_group_ids, "sg-0shared") && output.network_id == "vpc-0shared" && length(module.serving_acl) == 0 && keys(module.database.subnet_ids) == ["eu-central-1a", "eu-central-1b"]
    error_message = "E4: everything must stand in the shared network, and none may be built beside it."
  }

  assert {
    condition     = length(module.budget) == 0 && output.budget_name == null
    error_message = "C8: the foundation watches the spend; a second budget on the same tag would count everything again."
  }
}

run "E4_a_shared_network_that_nobody_handed_on_is_refused" {
  command = plan

  variables {
    network_source = "shared"
  }

  expect_failures = [var.shared_network]
}

run "E4_a_function_is_not_put_where_it_cannot_read_the_password" {
  command = plan

  variables {
    database_engine    = "postgres"
    availability_zones = ["eu-central-1a", "eu-central-1b"]
    network_source     = "shared"
    shared_network = {
      id                     = "vpc-0shared", cidr = "10.60.0.0/20", subnet_ids = ["subnet-0private1", "subnet-0private2"], public_subnet_ids = ["subnet-0public1", "subnet-0public2"],
      task_security_group_id = "sg-0shared", assign_public_ip = true, data_subnets = { eu-central-1a = "10.60.6.0/25", eu-central-1b = "10.60.6.128/25" }
    }
  }

  expect_failures = [var.shared_network]
}
