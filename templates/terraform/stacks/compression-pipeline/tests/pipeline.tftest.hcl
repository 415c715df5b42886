# What the state machine does: its states, read back from the definition that is applied.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  account_id             = "123456789012"
  region                 = "eu-central-1"
  environment            = "dev"
  team                   = "audio"
  name                   = "bird-calls"
  entity_ref             = "component:default/bird-calls"
  owner                  = "group:default/audio"
  template_version       = "0.1.0"
  availability_zones     = ["eu-central-1a"]
  use_spot               = true
  cors_allowed_origins   = []
  throttle               = { rate_limit = 5, burst_limit = 10 }
  upload_expiration_days = 7
  run_expiration_days    = 30
  job_retention_days     = 90
  monthly_budget_usd     = 50

  steps = {
    baseline = { cpu = 1024, memory = 4096, timeout_seconds = 100 }
    prune    = { cpu = 1024, memory = 4096, timeout_seconds = 200 }
    distill  = { cpu = 1024, memory = 4096, timeout_seconds = 300 }
    quantize = { cpu = 1024, memory = 4096, timeout_seconds = 400 }
    evaluate = { cpu = 1024, memory = 4096, timeout_seconds = 500 }
  }
}

run "B3_the_states_follow_each_other_and_every_failure_is_recorded" {
  command = plan

  assert {
    condition = { for name, state in local.definition.States : name => try(state.Next, "") } == {
      Prepare         = "RecordStart", RecordStart = "WhereToStart", WhereToStart = "", Baseline = "Prune", Prune = "WantsDistillation", WantsDistillation = "",
      Distill         = "Quantize", Quantize = "Evaluate", Evaluate = "ReadMetrics", ReadMetrics = "QualityGate", QualityGate = "", RecordSuccess = "Succeeded", Succeeded = "",
      RecordRejection = "Rejected", Rejected = "", RecordFailure = "Failed", Failed = "",
    }
    error_message = "B3: the order of the states must be the pipeline's, got ${jsonencode({ for name, state in local.definition.States : name => try(state.Next, "") })}."
  }

  assert {
    condition     = { for name, s in local.step_states : name => s.Parameters.TaskDefinition } == { Baseline = "audio-bird-calls-dev-baseline", Prune = "audio-bird-calls-dev-prune", Distill = "audio-bird-calls-dev-distill", Quantize = "audio-bird-calls-dev-quantize", Evaluate = "audio-bird-calls-dev-evaluate" }
    error_message = "B3: every step must run the newest revision of its own task definition."
  }

  assert {
    condition     = local.definition.StartAt == "Prepare" && [for c in local.definition.States.WhereToStart.Choices : "${c.And[1].StringEquals} ${c.Next}"] == ["baseline Baseline", "prune Prune", "distill WantsDistillation", "quantize Quantize", "evaluate Evaluate"] && local.definition.States.WhereToStart.Default == "Baseline"
    error_message = "B3: a run must begin where its input says, else at the baseline."
  }

  assert {
    condition     = one(local.definition.States.WantsDistillation.Choices).Next == "Distill" && one(local.definition.States.WantsDistillation.Choices).And[1] == { Variable = "$.input.distill.enabled", BooleanEquals = true } && local.definition.States.WantsDistillation.Default == "Quantize"
    error_message = "B3: distillation must happen only where the input asks for it."
  }

  assert {
    condition     = [for name in ["Baseline", "Prune", "Distill", "Quantize", "Evaluate"] : local.definition.States[name].TimeoutSeconds] == [100, 200, 300, 400, 500] && alltrue([for s in local.step_states : endswith(s.Resource, ":states:::ecs:runTask.sync")])
    error_message = "B3: every step must wait for its task, and no longer than it may take."
  }

  assert {
    condition = alltrue([
      for s in local.step_states : s.Catch == [{ ErrorEquals = ["States.ALL"], Next = "RecordFailure", ResultPath = "$.failure" }] &&
      s.Retry[0].BackoffRate > 1 && contains(s.Retry[0].ErrorEquals, "ECS.AmazonECSException") &&
      length(setintersection(s.Retry[0].ErrorEquals, ["States.ALL", "States.TaskFailed", "States.Timeout"])) == 0
    ])
    error_message = "B3: errors of AWS are tried again with growing pauses, errors of the step are not, and both end in a record."
  }

  assert {
    condition     = one(local.definition.States.QualityGate.Choices) == { Variable = "$.report.metrics.gate.passed", BooleanEquals = true, Next = "RecordSuccess" } && local.definition.States.QualityGate.Default == "RecordRejection" && local.definition.States.Rejected.Error == "QualityGateRejected"
    error_message = "B3: only a model within the tolerance may succeed."
  }

  assert {
    condition     = { for name, state in local.record_states : name => state.Parameters.ExpressionAttributeValues[":state"].S if name != "ReadMetrics" } == { RecordStart = "RUNNING", RecordSuccess = "SUCCEEDED", RecordRejection = "REJECTED", RecordFailure = "FAILED" }
    error_message = "B7: the record must hold the state of the run."
  }

  assert {
    condition     = contains(keys(local.definition.States.RecordStart.Parameters.ExpressionAttributeValues), ":input") && local.definition.States.ReadMetrics.ResultSelector["metrics.$"] == "States.StringToJson($.Item.metrics.S)" && local.definition.States.ReadMetrics.ResultPath == "$.report"
    error_message = "B7: the record must hold the input, and the metrics must come from it."
  }

  assert {
    condition     = alltrue([for name, s in local.step_states : one(s.Parameters.Overrides.ContainerOverrides).Name == lower(name) && [for e in one(s.Parameters.Overrides.ContainerOverrides).Environment : e.Name] == ["JOB_ID", "RUN_INPUT"]])
    error_message = "B8: every step must be told the job and its input."
  }

  assert {
    condition     = alltrue([for s in local.step_states : one(s.Parameters.CapacityProviderStrategy).CapacityProvider == "FARGATE_SPOT" && !contains(keys(s.Parameters), "LaunchType") && s.Parameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp == "ENABLED"])
    error_message = "B2: B9: with use_spot the steps must ask for Spot, and reach AWS by an address of their own."
  }
}

run "B2_B9_without_spot_the_steps_ask_for_fargate_in_private_subnets" {
  command = plan

  variables {
    use_spot     = false
    network_mode = "private_endpoints_1az"
  }

  assert {
    condition     = alltrue([for s in local.step_states : s.Parameters.LaunchType == "FARGATE" && !contains(keys(s.Parameters), "CapacityProviderStrategy") && s.Parameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp == "DISABLED"])
    error_message = "B2: B9: without use_spot the steps must ask for Fargate; in the private modes they must not have a public address."
  }

  assert {
    condition     = keys(module.network[0].endpoint_zones) == ["ecr.api", "ecr.dkr", "logs"]
    error_message = "B9: endpoints take the place of a NAT gateway."
  }
}
