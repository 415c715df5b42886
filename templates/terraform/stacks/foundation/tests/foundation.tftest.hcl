# What stacks share, planned against a mocked provider.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id         = "123456789012"
  region             = "eu-central-1"
  environment        = "dev"
  team               = "audio"
  name               = "bird-calls-foundation"
  entity_ref         = "component:default/bird-calls"
  owner              = "group:default/audio"
  template_version   = "0.1.0"
  availability_zones = ["eu-central-1a", "eu-central-1b"]
  monthly_budget_usd = 50
}

run "C8_by_default_there_is_a_budget_and_nothing_that_costs" {
  command = plan

  assert {
    condition     = module.budget[0].monthly_limit_usd == 50 && module.budget[0].notifications == tolist(["ACTUAL 100", "ACTUAL 80", "FORECASTED 100"]) && output.budget_name == "audio-bird-calls-foundation-dev-budget"
    error_message = "C8: the repository's one budget must have the environment's limit and three alerts."
  }

  assert {
    condition     = length(module.network) + length(module.cloudtrail) + length(module.dashboard) + length(module.database) == 0 && output.shared_network == null
    error_message = "E: only what is chosen may be built."
  }

  assert {
    condition     = local.default_tags["mlinfra:stack"] == "foundation" && local.default_tags["backstage.io/entity-ref"] == "component:default/bird-calls"
    error_message = "C4: the tags must name the foundation and the entity of all stacks, got ${jsonencode(local.default_tags)}."
  }

  assert {
    condition     = alltrue([for part, name in local.names : startswith(name, "audio-bird-calls-foundation-dev-${part}")])
    error_message = "C12: every name must be <team>-<name>-<environment>-<part>, got ${jsonencode(local.names)}."
  }
}

run "C8_a_stack_may_watch_the_budget_instead" {
  command = plan

  variables {
    monthly_budget_usd = null
  }

  assert {
    condition     = length(module.budget) == 0 && output.budget_name == null
    error_message = "C8: two budgets on one tag would each count everything."
  }
}

run "CH6_the_shared_network_has_room_for_every_stack" {
  command = plan

  variables {
    shared_network = true
  }

  assert {
    condition     = module.network[0].gateway_zones == tolist(["eu-central-1a"]) && !output.shared_network.assign_public_ip && length(output.shared_network.subnet_ids) == 2 && length(output.shared_network.public_subnet_ids) == 2
    error_message = "CH6: tasks stand in private subnets, and one NAT gateway is their way out, got ${jsonencode(output.shared_network)}."
  }

  assert {
    condition     = output.shared_network.data_subnets == { eu-central-1a = "10.60.6.0/25", eu-central-1b = "10.60.6.128/25" } && output.shared_network.cidr == "10.60.0.0/20"
    error_message = "E3: the eighth that no task stands in is for the database of one stack, got ${jsonencode(output.shared_network.data_subnets)}."
  }
}

run "CH6_without_a_gateway_tasks_stand_in_public" {
  command = plan

  variables {
    shared_network = true
    nat_mode       = "none"
  }

  assert {
    condition     = output.shared_network.assign_public_ip && output.shared_network.subnet_ids == output.shared_network.public_subnet_ids && length(module.network[0].gateway_zones) == 0
    error_message = "CH6: with nat_mode none each task needs an address of its own, got ${jsonencode(output.shared_network)}."
  }
}

run "E3_E5_E6_governance_is_built_as_chosen" {
  command = plan

  variables {
    environment               = "prod"
    audit_trail               = true
    audit_trail_to_cloudwatch = true
    dashboard                 = true
    database                  = true
    customer_managed_key      = true
    stack_names               = { inference-api = "bird-calls", churn = "bird-calls-churn", predictor = "bird-calls-predictor", platform-baseline = "bird-calls-platform-baseline", compression-pipeline = "bird-calls-compression-pipeline" }
  }

  assert {
    condition     = module.cloudtrail[0].configuration.all_regions && module.cloudtrail[0].configuration.validated && module.cloudtrail[0].configuration.customer_managed_key && module.cloudtrail[0].configuration.log_retention_days == 30
    error_message = "E5: the trail must record all regions into files that can be verified, got ${jsonencode(module.cloudtrail[0].configuration)}."
  }

  assert {
    condition     = module.database[0].protection.deletion_protection && module.database[0].protection.recovery_days == 7 && contains(data.aws_iam_policy_document.database_access[0].statement[0].actions, "dynamodb:PutItem") && length(data.aws_iam_policy_document.database_access[0].statement) == 2
    error_message = "E3: the table must be protected, and the policy must name what a role needs, got ${jsonencode(module.database[0].protection)}."
  }

  assert {
    condition = alltrue([for title in [
      "audio-bird-calls-prod-api: latency in ms", "audio-bird-calls-prod-inference: invocations, errors, throttles",
      "audio-bird-calls-churn-prod-prediction-api: invocations, errors, throttles", "audio-bird-calls-churn-prod-service: tasks wanted and running",
      "audio-bird-calls-predictor-prod-service: tasks wanted and running", "audio-bird-calls-platform-baseline-prod-api: requests and errors",
      "audio-bird-calls-compression-pipeline-prod-api: invocations, errors, throttles", "audio-bird-calls-foundation-prod-records: capacity used and requests throttled",
    ] : contains(module.dashboard[0].titles, title)])
    error_message = "E6: the dashboard must show what answers calls in every stack, got ${jsonencode(module.dashboard[0].titles)}."
  }
}

run "E6_the_names_on_the_dashboard_are_those_of_the_stacks" {
  command = plan

  # A generated repository may hold only some of the stacks.
  assert {
    condition = alltrue(flatten([
      for id, parts in local.shown_parts : [
        for part, kind in parts : can(regex("\"?${part}\"? += +\"${kind}\"", file("${path.module}/../${id}/naming.tf")))
      ] if fileexists("${path.module}/../${id}/naming.tf")
    ]))
    error_message = "E6: dashboard.tf names something that no stack builds; compare it with the stacks' naming.tf."
  }
}
