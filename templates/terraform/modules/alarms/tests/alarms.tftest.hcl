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
