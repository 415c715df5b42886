mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name     = "audio-bird-calls-dev-api"
  function = { name = "audio-bird-calls-dev-inference", invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f/invocations" }

  routes = {
    "POST /predict"         = { required_headers = ["Content-Type"], optional_query = ["mode"], json_schema = "{\"type\":\"object\"}" }
    "GET /predictions/{id}" = {}
    "GET /health"           = {}
  }

  binary_media_types   = ["multipart/form-data", "audio/wav"]
  cors_allowed_origins = ["*"]
  api_key_required     = false
  usage_plan           = { rate_limit = 5, burst_limit = 10, quota_limit = 1000, quota_period = "DAY" }
  log_retention_days   = 7
}

run "A3_routes_reach_the_function_validated" {
  module {
    source = "../rest-api"
  }

  assert {
    condition     = keys(aws_api_gateway_resource.first) == ["health", "predict", "predictions"] && keys(aws_api_gateway_resource.second) == ["/predictions/{id}"]
    error_message = "A3: every path must exist once."
  }

  assert {
    condition     = alltrue([for i in aws_api_gateway_integration.route : i.type == "AWS_PROXY" && i.integration_http_method == "POST" && i.uri == var.function.invoke_arn && i.timeout_milliseconds == 29000])
    error_message = "A3: every route must be passed to the function by the Lambda proxy."
  }

  assert {
    condition     = toset(aws_api_gateway_rest_api.this.binary_media_types) == toset(["multipart/form-data", "audio/wav"])
    error_message = "A3: binary media types must be those that were asked for."
  }

  assert {
    condition = (
      aws_api_gateway_request_validator.this.validate_request_parameters && aws_api_gateway_request_validator.this.validate_request_body &&
      alltrue([for m in aws_api_gateway_method.route : m.request_validator_id == aws_api_gateway_request_validator.this.id])
    )
    error_message = "A3: every route must validate its parameters and body."
  }

  assert {
    condition = (
      aws_api_gateway_method.route["POST /predict"].request_parameters == tomap({ "method.request.header.Content-Type" = true, "method.request.querystring.mode" = false }) &&
      aws_api_gateway_method.route["POST /predict"].request_models == tomap({ "application/json" = aws_api_gateway_model.json["POST /predict"].name }) &&
      aws_api_gateway_method.route["GET /predictions/{id}"].request_parameters == tomap({ "method.request.path.id" = true })
    )
    error_message = "A3: headers, query, path parameters and the JSON model must be declared on their route."
  }

  assert {
    condition     = aws_lambda_permission.invoke[0].source_arn == "${aws_api_gateway_rest_api.this.execution_arn}/v1/*" && aws_lambda_permission.invoke[0].principal == "apigateway.amazonaws.com"
    error_message = "C5: only this API's stage may call the function."
  }
}

run "A4_preflight_answers_any_origin_with_a_star" {
  module {
    source = "../rest-api"
  }

  assert {
    condition     = keys(aws_api_gateway_method.preflight) == ["/health", "/predict", "/predictions/{id}"] && alltrue([for m in aws_api_gateway_method.preflight : m.http_method == "OPTIONS" && m.authorization == "NONE" && coalesce(m.api_key_required, false) == false])
    error_message = "A4: every path must answer OPTIONS without a key."
  }

  assert {
    condition     = alltrue([for i in aws_api_gateway_integration.preflight : i.type == "MOCK" && jsondecode(i.request_templates["application/json"]).statusCode == 200])
    error_message = "A4: the preflight must be answered by the API itself."
  }

  assert {
    condition     = aws_api_gateway_integration_response.preflight["/predict"].response_parameters["method.response.header.Access-Control-Allow-Origin"] == "'*'" && aws_api_gateway_integration_response.preflight["/predict"].response_parameters["method.response.header.Access-Control-Allow-Methods"] == "'POST,OPTIONS'"
    error_message = "A4: the preflight must name the origin and the path's methods."
  }

  assert {
    condition     = alltrue([for type in ["DEFAULT_4XX", "DEFAULT_5XX"] : aws_api_gateway_gateway_response.error[type].response_parameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "'*'"])
    error_message = "A4: errors of the API itself must be readable by the page that called."
  }
}

run "A4_preflight_answers_each_listed_origin_with_its_own_name" {
  module {
    source = "../rest-api"
  }

  variables {
    cors_allowed_origins = ["https://a.example.com", "http://localhost:3000"]
  }

  assert {
    condition = (
      strcontains(aws_api_gateway_integration_response.preflight["/predict"].response_templates["application/json"], "$origin == \"https://a.example.com\" || $origin == \"http://localhost:3000\"") &&
      !contains(keys(aws_api_gateway_integration_response.preflight["/predict"].response_parameters), "method.response.header.Access-Control-Allow-Origin")
    )
    error_message = "A4: of a list, only the caller's own origin may be answered, and only if it is listed."
  }
}

run "A5_without_a_key_the_stage_is_still_throttled" {
  module {
    source = "../rest-api"
  }

  assert {
    condition     = output.api_key == null && output.limits == null && length(aws_api_gateway_api_key.this) == 0
    error_message = "A5: without a key there must be neither key nor usage plan."
  }

  assert {
    condition     = aws_api_gateway_method_settings.all.settings[0].throttling_rate_limit == 5 && aws_api_gateway_method_settings.all.settings[0].throttling_burst_limit == 10
    error_message = "A5: rate and burst must hold for the stage."
  }
}

run "A5_with_a_key_every_route_asks_for_it" {
  module {
    source = "../rest-api"
  }

  variables {
    api_key_required = true
  }

  assert {
    condition     = alltrue([for m in aws_api_gateway_method.route : m.api_key_required])
    error_message = "A5: every route must ask for the key."
  }

  assert {
    condition     = output.limits == { rate_limit = 5, burst_limit = 10, quota_limit = 1000, quota_period = "DAY" }
    error_message = "A5: the usage plan must hold the limits that were asked for, got ${jsonencode(output.limits)}."
  }

  assert {
    condition     = aws_api_gateway_usage_plan_key.this[0].key_id == aws_api_gateway_api_key.this[0].id && output.api_key == aws_api_gateway_api_key.this[0].value && issensitive(output.api_key)
    error_message = "A5: the key must belong to the plan, and its value must be a sensitive output."
  }

  assert {
    condition     = aws_api_gateway_deployment.this.triggers.redeployment != run.A5_without_a_key_the_stage_is_still_throttled.deployment_trigger
    error_message = "A5: switching the key on must deploy the API anew."
  }
}

run "A6_access_log_execution_log_and_traces" {
  module {
    source = "../rest-api"
  }

  assert {
    condition     = aws_api_gateway_stage.this.access_log_settings[0].destination_arn == aws_cloudwatch_log_group.access.arn && jsondecode(aws_api_gateway_stage.this.access_log_settings[0].format).status == "$context.status"
    error_message = "A6: the stage must write its access log as JSON."
  }

  assert {
    condition     = aws_api_gateway_stage.this.xray_tracing_enabled && aws_api_gateway_method_settings.all.settings[0].logging_level == "ERROR" && !aws_api_gateway_method_settings.all.settings[0].data_trace_enabled
    error_message = "A6: traces and execution log must be on, bodies must never be logged."
  }

  assert {
    condition     = aws_cloudwatch_log_group.access.retention_in_days == 7 && aws_cloudwatch_log_group.execution.retention_in_days == 7 && aws_cloudwatch_log_group.execution.name == "API-Gateway-Execution-Logs_mockapi123/v1"
    error_message = "C6: both logs of the stage must have a retention."
  }

  assert {
    condition     = length(aws_api_gateway_account.this) == 0
    error_message = "A6: the account's own log role must be left alone unless asked for."
  }
}

run "A6_the_account_role_is_made_where_asked_for" {
  module {
    source = "../rest-api"
  }

  variables {
    manage_account_role      = true
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/boundary"
  }

  assert {
    condition     = aws_api_gateway_account.this[0].cloudwatch_role_arn == aws_iam_role.account[0].arn && aws_iam_role.account[0].name == "audio-bird-calls-dev-api-logs"
    error_message = "A6: the role made here must become the account's."
  }

  assert {
    condition     = aws_iam_role.account[0].permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && tolist(one(one(data.aws_iam_policy_document.account_assume[0].statement).principals).identifiers) == tolist(["apigateway.amazonaws.com"])
    error_message = "C5: the role must be bounded and for API Gateway alone."
  }
}

run "C10_what_is_not_a_route_an_origin_or_a_limit_is_refused" {
  command = plan

  module {
    source = "../rest-api"
  }

  variables {
    routes               = { "predict" = {} }
    cors_allowed_origins = ["https://a.example.com/path"]
    binary_media_types   = ["*/*"]
    usage_plan           = { rate_limit = 5, burst_limit = 10, quota_limit = 0, quota_period = "DAY" }
  }

  # C10: each message says what is expected instead.
  expect_failures = [var.routes, var.cors_allowed_origins, var.binary_media_types, var.usage_plan]
}

run "E1_a_service_in_a_network_is_reached_by_a_link" {
  module {
    source = "../rest-api"
  }

  variables {
    function        = null
    private_service = { vpc_link_id = "link12", base_url = "http://inside.elb.eu-central-1.amazonaws.com" }
  }

  assert {
    condition = { for route, i in aws_api_gateway_integration.route : route => [i.type, i.integration_http_method, i.connection_type, i.connection_id, i.uri] } == {
      "POST /predict"         = ["HTTP_PROXY", "POST", "VPC_LINK", "link12", "http://inside.elb.eu-central-1.amazonaws.com/predict"]
      "GET /predictions/{id}" = ["HTTP_PROXY", "GET", "VPC_LINK", "link12", "http://inside.elb.eu-central-1.amazonaws.com/predictions/{id}"]
      "GET /health"           = ["HTTP_PROXY", "GET", "VPC_LINK", "link12", "http://inside.elb.eu-central-1.amazonaws.com/health"]
    }
    error_message = "E1: every route must reach the service by the link, with its own method and path."
  }

  assert {
    condition     = aws_api_gateway_integration.route["GET /predictions/{id}"].request_parameters == tomap({ "integration.request.path.id" = "method.request.path.id" }) && length(aws_lambda_permission.invoke) == 0
    error_message = "E1: parameters of the path must be handed on, and no function may be called."
  }
}

run "E7_an_alias_is_called_by_its_own_permission" {
  command = plan

  module {
    source = "../rest-api"
  }

  variables {
    function = { name = "f", alias = "live", invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f:live/invocations" }
  }

  assert {
    condition     = aws_lambda_permission.invoke[0].qualifier == "live" && endswith(aws_api_gateway_integration.route["POST /predict"].uri, ":live/invocations")
    error_message = "E7: the API must call the alias, and be allowed to."
  }
}

run "C10_two_places_behind_one_api_are_refused" {
  command = plan

  module {
    source = "../rest-api"
  }

  variables {
    private_service = { vpc_link_id = "link12", base_url = "http://inside.example.com/path" }
  }

  # C10: every route leads to one place, whose address has no path of its own.
  expect_failures = [var.private_service]
}
