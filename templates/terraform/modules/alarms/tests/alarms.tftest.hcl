mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name_prefix = "audio-bird-calls-dev"
  topic_arn   = "arn:aws:sns:eu-central-1:123456789012:audio-bird-calls-dev-alerts"
  rest_apis   = { api = { api_name = "audio-bird-calls-dev-api", stage_name = "v1", latency_threshold_ms = 20000 } }
  functions   = { inference = { function_name = "audio-bird-calls-dev-inference" } }
}

run "C9_errors_throttles_and_latency_are_watched" {
  command = plan

  module {
    source = "../alarms"
  }

  assert {
    condition = output.alarm_names == tolist([
      "audio-bird-calls-dev-api-5xx", "audio-bird-calls-dev-api-latency",
      "audio-bird-calls-dev-inference-async-dropped", "audio-bird-calls-dev-inference-errors", "audio-bird-calls-dev-inference-throttles",
    ])
    error_message = "C9: an API and a function must have five alarms, got ${jsonencode(output.alarm_names)}."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["api-5xx"].metric_name == "5XXError" &&
      aws_cloudwatch_metric_alarm.this["api-5xx"].dimensions == tomap({ ApiName = "audio-bird-calls-dev-api", Stage = "v1" }) &&
      aws_cloudwatch_metric_alarm.this["api-latency"].extended_statistic == "p95" && aws_cloudwatch_metric_alarm.this["api-latency"].threshold == 20000
    )
    error_message = "C9: the API's alarms must count 5xx and measure the slowest twentieth of its own stage."
  }

  assert {
    condition = alltrue([
      for word in ["errors", "throttles", "async-dropped"] :
      aws_cloudwatch_metric_alarm.this["inference-${word}"].namespace == "AWS/Lambda" && aws_cloudwatch_metric_alarm.this["inference-${word}"].dimensions == tomap({ FunctionName = "audio-bird-calls-dev-inference" })
    ])
    error_message = "C9: the function's alarms must watch this function."
  }
}

run "C9_every_alarm_reports_to_the_one_topic" {
  command = plan

  module {
    source = "../alarms"
  }

  assert {
    condition = alltrue([
      for alarm in aws_cloudwatch_metric_alarm.this : alarm.actions_enabled && alarm.treat_missing_data == "notBreaching" &&
      alarm.alarm_actions == toset(["arn:aws:sns:eu-central-1:123456789012:audio-bird-calls-dev-alerts"]) &&
      alarm.ok_actions == toset(["arn:aws:sns:eu-central-1:123456789012:audio-bird-calls-dev-alerts"])
    ])
    error_message = "C9: every alarm must tell the topic when it is raised and when it is over."
  }
}

run "C10_a_latency_of_zero_is_refused" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    rest_apis = { api = { api_name = "a", stage_name = "v1", latency_threshold_ms = 0 } }
  }

  # C10: it would be raised by every request.
  expect_failures = [var.rest_apis]
}

run "C9_http_apis_and_state_machines_are_watched" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    rest_apis      = {}
    functions      = {}
    http_apis      = { api = { api_name = "audio-bird-calls-dev-api", api_id = "abc123", latency_threshold_ms = 7500 } }
    state_machines = { pipeline = { name = "audio-bird-calls-dev-pipeline", arn = "arn:aws:states:eu-central-1:123456789012:stateMachine:audio-bird-calls-dev-pipeline" } }
  }

  assert {
    condition = output.alarm_names == tolist([
      "audio-bird-calls-dev-api-5xx", "audio-bird-calls-dev-api-latency",
      "audio-bird-calls-dev-pipeline-failed", "audio-bird-calls-dev-pipeline-throttled", "audio-bird-calls-dev-pipeline-timed-out",
    ])
    error_message = "C9: an HTTP API and a state machine must have five alarms, got ${jsonencode(output.alarm_names)}."
  }

  assert {
    condition = (
      aws_cloudwatch_metric_alarm.this["api-5xx"].metric_name == "5xx" && aws_cloudwatch_metric_alarm.this["api-5xx"].dimensions == tomap({ ApiId = "abc123" }) &&
      aws_cloudwatch_metric_alarm.this["api-latency"].threshold == 7500 && aws_cloudwatch_metric_alarm.this["api-latency"].extended_statistic == "p95"
    )
    error_message = "C9: an HTTP API is counted by its id, and its errors are named in lower case."
  }

  assert {
    condition = (
      { for word, metric in { failed = "ExecutionsFailed", timed-out = "ExecutionsTimedOut", throttled = "ExecutionThrottled" } : word => metric } ==
      { for word in ["failed", "timed-out", "throttled"] : word => aws_cloudwatch_metric_alarm.this["pipeline-${word}"].metric_name } &&
      alltrue([for word in ["failed", "timed-out", "throttled"] : aws_cloudwatch_metric_alarm.this["pipeline-${word}"].namespace == "AWS/States" && aws_cloudwatch_metric_alarm.this["pipeline-${word}"].dimensions == tomap({ StateMachineArn = "arn:aws:states:eu-central-1:123456789012:stateMachine:audio-bird-calls-dev-pipeline" })])
    )
    error_message = "C9: failed, timed out and throttled runs of this machine must raise an alarm."
  }
}

run "C10_two_apis_of_one_word_are_refused" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    http_apis      = { api = { api_name = "a", api_id = "b", latency_threshold_ms = 100 } }
    state_machines = { pipeline = { name = "p", arn = "q", failure_count = 0 } }
  }

  # C10: the alarms of one would replace those of the other; a count of 0 would always be raised.
  expect_failures = [var.http_apis, var.state_machines]
}

run "D2_C9_a_service_is_watched_for_missing_tasks_and_load" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    name_prefix    = "audio-bird-calls-dev"
    topic_arn      = "arn:aws:sns:eu-central-1:123456789012:alerts"
    rest_apis      = {}
    http_apis      = {}
    functions      = {}
    state_machines = {}
    services       = { service = { cluster_name = "cluster", service_name = "service", memory_percent = 95 } }
  }

  assert {
    condition     = output.alarm_names == tolist(["audio-bird-calls-dev-service-cpu", "audio-bird-calls-dev-service-memory", "audio-bird-calls-dev-service-missing-tasks"])
    error_message = "C9: processors, memory and missing tasks must have an alarm, got ${jsonencode(output.alarm_names)}."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.missing_tasks["service"].treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.missing_tasks["service"].threshold == 1 && { for q in aws_cloudwatch_metric_alarm.missing_tasks["service"].metric_query : q.id => length(q.metric) == 0 ? q.expression : one(q.metric).metric_name } == { missing = "desired - running", desired = "DesiredTaskCount", running = "RunningTaskCount" }
    error_message = "C9: D2: one task too few must be a fault, and so must silence."
  }

  assert {
    condition     = { for word, alarm in aws_cloudwatch_metric_alarm.this : word => [alarm.namespace, alarm.metric_name, alarm.threshold] } == { service-cpu = ["AWS/ECS", "CPUUtilization", 90], service-memory = ["AWS/ECS", "MemoryUtilization", 95] }
    error_message = "C9: the load must be that of this service."
  }

  assert {
    condition     = output.targets == tolist(["arn:aws:sns:eu-central-1:123456789012:alerts"]) && length(output.alarm_arns) == 3
    error_message = "C9: every alarm must report to the topic."
  }
}

run "C10_a_service_that_could_never_raise_its_alarm_is_refused" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    name_prefix = "audio-bird-calls-dev"
    topic_arn   = "arn:aws:sns:eu-central-1:123456789012:alerts"
    services    = { service = { cluster_name = "cluster", service_name = "service", cpu_percent = 101, missing_task_minutes = 0 } }
  }

  # C10: nothing uses more than 100 %.
  expect_failures = [var.services]
}

run "E3_E6_tables_instances_and_private_target_groups_are_watched" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    rest_apis             = {}
    functions             = {}
    http_apis             = {}
    state_machines        = {}
    services              = {}
    tables                = { records = { table_name = "audio-base-dev-records" } }
    database_instances    = { database = { identifier = "audio-base-prod-database", free_storage_gib = 4 } }
    private_target_groups = { blue = { load_balancer = "net/a/1", target_group = "targetgroup/b/2" } }
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset(["records-throttled", "records-faults", "database-cpu", "database-connections", "database-storage", "blue-unhealthy"])
    error_message = "E3: E6: every table, instance and target group must be watched, got ${jsonencode(keys(aws_cloudwatch_metric_alarm.this))}."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["database-storage"].comparison_operator == "LessThanOrEqualToThreshold" && aws_cloudwatch_metric_alarm.this["database-storage"].threshold == 4 * 1024 * 1024 * 1024 && aws_cloudwatch_metric_alarm.this["database-storage"].treat_missing_data == "breaching"
    error_message = "E3: a disk that fills up, or an instance that reports nothing, must raise the alarm."
  }

  assert {
    condition     = alltrue([for word, alarm in aws_cloudwatch_metric_alarm.this : alarm.comparison_operator == "GreaterThanOrEqualToThreshold" && alarm.treat_missing_data == "notBreaching" if word != "database-storage"])
    error_message = "E6: no data means no traffic for everything else."
  }
}
