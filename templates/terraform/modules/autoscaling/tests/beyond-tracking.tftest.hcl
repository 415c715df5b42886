mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  cluster_name = "audio-base-prod-cluster"
  service_name = "audio-base-prod-serving"
  max_capacity = 10
}

run "E8_limits_change_by_the_clock_and_spikes_add_several_tasks" {
  command = plan

  module {
    source = "../autoscaling"
  }

  variables {
    schedules    = { morning = { schedule = "cron(0 7 ? * MON-FRI *)", min_capacity = 3, max_capacity = 10, timezone = "Europe/Berlin" } }
    step_scaling = { cpu_percent = 80, steps = [{ above = 0, add = 1 }, { above = 10, add = 4 }] }
  }

  assert {
    condition     = output.beyond_tracking.schedules == { morning = "3-10" } && toset(output.beyond_tracking.steps) == toset(["80 +1", "90 +4"])
    error_message = "E8: the schedule and both steps must be there, got ${jsonencode(output.beyond_tracking)}."
  }

  assert {
    condition     = toset([for s in aws_appautoscaling_policy.step[0].step_scaling_policy_configuration[0].step_adjustment : "${s.metric_interval_lower_bound}-${try(coalesce(s.metric_interval_upper_bound), "end")}"]) == toset(["0-10", "10-end"])
    error_message = "E8: each step must end where the next begins, and the last nowhere."
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.step[0].alarm_actions) == 1 && aws_cloudwatch_metric_alarm.step[0].period == 60
    error_message = "E8: the alarm must call the policy, within a minute."
  }

  assert {
    condition     = output.targets == { cpu = 70, memory = 80 }
    error_message = "E8: tracking of processors and memory must go on."
  }
}

run "E8_neither_is_there_unless_it_is_asked_for" {
  command = plan

  module {
    source = "../autoscaling"
  }

  assert {
    condition     = output.beyond_tracking == { schedules = {}, steps = [] }
    error_message = "E8: schedules and steps are optional, got ${jsonencode(output.beyond_tracking)}."
  }
}

run "C10_steps_that_fall_and_limits_that_cross_are_refused" {
  command = plan

  module {
    source = "../autoscaling"
  }

  variables {
    schedules    = { night = { schedule = "at night", min_capacity = 4, max_capacity = 1 } }
    step_scaling = { cpu_percent = 80, steps = [{ above = 5, add = 1 }, { above = 0, add = 0 }] }
  }

  # C10: each message names what is expected.
  expect_failures = [var.schedules, var.step_scaling]
}
