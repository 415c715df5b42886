mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  cluster_name = "audio-bird-calls-dev-cluster"
  service_name = "audio-bird-calls-dev-service"
}

run "D5_processors_at_70_and_memory_at_80_percent" {
  command = plan

  module {
    source = "../autoscaling"
  }

  assert {
    condition     = output.targets == { cpu = 70, memory = 80 } && output.range == { min = 1, max = 4 }
    error_message = "D5: 70 % of the processors and 80 % of the memory, got ${jsonencode(output.targets)}."
  }

  assert {
    condition     = { for word, p in aws_appautoscaling_policy.tracking : word => p.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type } == { cpu = "ECSServiceAverageCPUUtilization", memory = "ECSServiceAverageMemoryUtilization" }
    error_message = "D5: each policy must follow its own metric."
  }

  assert {
    condition     = output.resource_id == "service/audio-bird-calls-dev-cluster/audio-bird-calls-dev-service" && aws_appautoscaling_target.this.scalable_dimension == "ecs:service:DesiredCount"
    error_message = "D5: the count of this service must be scaled, got ${output.resource_id}."
  }
}

run "D5_E8_fewest_and_most_can_be_set" {
  command = plan

  module {
    source = "../autoscaling"
  }

  variables {
    min_capacity          = 2
    max_capacity          = 2
    memory_target_percent = null
  }

  assert {
    condition     = output.range == { min = 2, max = 2 } && keys(output.targets) == ["cpu"]
    error_message = "D5: E8: the range must be what was set, and a metric may be left out."
  }
}

run "D5_more_at_least_than_at_most_is_refused" {
  command = plan

  module {
    source = "../autoscaling"
  }

  variables {
    min_capacity               = 5
    max_capacity               = 4
    cpu_target_percent         = 100
    scale_in_cooldown_seconds  = -1
    scale_out_cooldown_seconds = 4000
  }

  # D5: C10: 100 % could never be exceeded, so nothing would be added.
  expect_failures = [var.max_capacity, var.cpu_target_percent, var.scale_in_cooldown_seconds, var.scale_out_cooldown_seconds]
}

run "D5_memory_that_is_always_exceeded_is_refused" {
  command = plan

  module {
    source = "../autoscaling"
  }

  variables {
    memory_target_percent = 5
  }

  # D5: the service would always have as many tasks as it may.
  expect_failures = [var.memory_target_percent]
}

run "D5_a_service_that_nothing_scales_is_refused" {
  command = plan

  module {
    source = "../autoscaling"
  }

  variables {
    min_capacity          = -1
    cpu_target_percent    = null
    memory_target_percent = null
  }

  # D5: its number would stay where the deployment left it.
  expect_failures = [var.min_capacity, var.cpu_target_percent]
}
