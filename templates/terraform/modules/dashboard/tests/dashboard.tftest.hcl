mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name   = "audio-base-dev"
  region = "eu-central-1"
}

run "E6_what_there_is_gets_its_charts" {
  command = plan

  module {
    source = "../dashboard"
  }

  variables {
    alarm_arns                    = ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a"]
    rest_apis                     = [{ api_name = "api", stage_name = "v1" }]
    function_names                = ["f"]
    services                      = [{ cluster_name = "c", service_name = "s" }]
    table_names                   = ["t"]
    database_instance_identifiers = ["d"]
    log_group_names               = ["/aws/lambda/f", "/aws/ecs/s"]
  }

  assert {
    condition = output.titles == [
      "Alarms", "api: requests and errors", "api: latency in ms", "f: invocations, errors, throttles", "f: duration in ms and concurrency",
      "s: processors and memory in %", "s: tasks wanted and running", "t: capacity used and requests throttled",
      "d: processors in %, connections", "d: free disk in bytes", "Errors in the logs",
    ]
    error_message = "E6: alarms, charts and logs must stand in this order, got ${jsonencode(output.titles)}."
  }

  assert {
    condition     = [for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : w.properties.title] == output.titles
    error_message = "E6: the dashboard must hold all of them."
  }

  assert {
    condition     = strcontains(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[10].properties.query, "SOURCE '/aws/lambda/f' | SOURCE '/aws/ecs/s' | fields")
    error_message = "E6: one search must read the logs of everything."
  }

  assert {
    condition     = length(distinct([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : "${w.x}/${w.y}"])) == 11 && alltrue([for w in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : w.x + w.width <= 24])
    error_message = "E6: no two widgets may lie on each other, and none beyond the edge."
  }
}

run "E6_an_empty_dashboard_is_still_one" {
  command = plan

  module {
    source = "../dashboard"
  }

  assert {
    condition     = output.titles == []
    error_message = "E6: nothing to show is an empty dashboard."
  }
}

run "C10_a_name_that_cloudwatch_refuses_is_refused_first" {
  command = plan

  module {
    source = "../dashboard"
  }

  variables {
    name = "audio base"
  }

  # C10: the message names what is allowed.
  expect_failures = [var.name]
}
