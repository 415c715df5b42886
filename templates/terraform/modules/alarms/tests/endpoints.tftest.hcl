# Load balancers and SageMaker endpoints.

mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name_prefix = "telco-churn-dev"
  topic_arn   = "arn:aws:sns:eu-central-1:123456789012:telco-churn-dev-alerts"
}

run "C9_unhealthy_targets_and_failing_models_are_told" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    load_balancers      = { ui = { name = "telco-churn-dev-alb", arn_suffix = "app/telco-churn-dev-alb/0a1b", target_group_arn_suffix = "targetgroup/ui/2c3d" } }
    sagemaker_endpoints = { model = { endpoint_name = "telco-churn-dev-xgboost-endpoint", variant_name = "AllTraffic", latency_threshold_ms = 2000 } }
  }

  assert {
    condition = output.alarm_names == tolist([
      "telco-churn-dev-model-errors", "telco-churn-dev-model-latency", "telco-churn-dev-model-refusals",
      "telco-churn-dev-ui-5xx", "telco-churn-dev-ui-target-5xx", "telco-churn-dev-ui-unhealthy-targets",
    ])
    error_message = "C9: three alarms each, got ${jsonencode(output.alarm_names)}."
  }

  assert {
    condition = { for word, alarm in aws_cloudwatch_metric_alarm.this : word => [alarm.namespace, alarm.metric_name, alarm.threshold] } == {
      "ui-unhealthy-targets" = ["AWS/ApplicationELB", "UnHealthyHostCount", 1], "ui-target-5xx" = ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", 5],
      "ui-5xx"               = ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", 5], "model-errors" = ["AWS/SageMaker", "Invocation5XXErrors", 5],
      "model-refusals"       = ["AWS/SageMaker", "Invocation4XXErrors", 5], "model-latency" = ["AWS/SageMaker", "ModelLatency", 2000000],
    }
    error_message = "C9: every alarm must watch its metric; SageMaker counts latency in microseconds."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["ui-unhealthy-targets"].dimensions == tomap({ LoadBalancer = "app/telco-churn-dev-alb/0a1b", TargetGroup = "targetgroup/ui/2c3d" }) && aws_cloudwatch_metric_alarm.this["model-errors"].dimensions == tomap({ EndpointName = "telco-churn-dev-xgboost-endpoint", VariantName = "AllTraffic" })
    error_message = "C9: and of this load balancer and endpoint only."
  }

  assert {
    condition     = output.targets == tolist([var.topic_arn])
    error_message = "C9: all report to the one topic."
  }
}

run "C10_alarms_that_could_not_be_raised_are_refused" {
  command = plan

  module {
    source = "../alarms"
  }

  variables {
    load_balancers      = { ui = { name = "alb", arn_suffix = "app", target_group_arn_suffix = "targetgroup", server_error_count = 0 } }
    sagemaker_endpoints = { model = { endpoint_name = "endpoint", variant_name = "AllTraffic", latency_threshold_ms = 0 } }
  }

  # C10: a threshold of nothing would always be reached.
  expect_failures = [var.load_balancers, var.sagemaker_endpoints]
}
