mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name     = "audio-bird-calls-dev-api"
  function = { name = "audio-bird-calls-dev-api", invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f/invocations" }

  routes = {
    "POST /submit"     = { operation = "submit" }
    "GET /status/{id}" = {}
  }

  authorizer           = { type = "iam" }
  cors_allowed_origins = ["https://birds.example.com"]
  throttle             = { rate_limit = 5, burst_limit = 10 }
  log_retention_days   = 14
}

run "B1_every_route_asks_iam_and_reaches_the_function" {
  command = plan

  module {
    source = "../http-api"
  }

  assert {
    condition     = output.routes == { "POST /submit" = "AWS_IAM", "GET /status/{id}" = "AWS_IAM" }
    error_message = "B1: no route may be open, got ${jsonencode(output.routes)}."
  }

  assert {
    condition     = aws_apigatewayv2_integration.function[0].payload_format_version == "2.0" && aws_apigatewayv2_integration.function[0].integration_type == "AWS_PROXY"
    error_message = "B1: the function must be called by the proxy with payload 2.0."
  }

  assert {
    condition     = toset([for p in aws_lambda_permission.invoke : p.source_arn]) == toset(["arn:aws:execute-api:eu-central-1:123456789012:mockhttp12/*/POST/submit", "arn:aws:execute-api:eu-central-1:123456789012:mockhttp12/*/GET/status/*"])
    error_message = "C5: only these routes of this API may call the function, got ${jsonencode([for p in aws_lambda_permission.invoke : p.source_arn])}."
  }

  assert {
    condition     = length(distinct([for p in aws_lambda_permission.invoke : p.statement_id])) == 2
    error_message = "B1: every permission needs a name of its own."
  }

  assert {
    condition     = output.stage == { rate_limit = 5, burst_limit = 10, log_retention_days = 14 }
    error_message = "B1: B5: the stage must be throttled and its log must end, got ${jsonencode(output.stage)}."
  }

  assert {
    condition     = can(jsondecode(aws_apigatewayv2_stage.default.access_log_settings[0].format).routeKey) && aws_apigatewayv2_stage.default.default_route_settings[0].detailed_metrics_enabled
    error_message = "B5: the access log must be JSON, with metrics per route."
  }

  assert {
    condition     = toset(aws_apigatewayv2_api.this.cors_configuration[0].allow_origins) == toset(["https://birds.example.com"]) && toset(aws_apigatewayv2_api.this.cors_configuration[0].allow_methods) == toset(["GET", "POST"]) && contains(aws_apigatewayv2_api.this.cors_configuration[0].allow_headers, "idempotency-key")
    error_message = "B1: pages of the listed origins may call the API's methods."
  }
}

run "E7_an_alias_is_called_and_may_be" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    function = { name = "audio-bird-calls-dev-api", alias = "live", invoke_arn = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:f:live/invocations" }
  }

  assert {
    condition     = alltrue([for p in aws_lambda_permission.invoke : p.qualifier == "live" && p.function_name == "audio-bird-calls-dev-api"]) && output.integration_uri == var.function.invoke_arn
    error_message = "E7: where deployments move an alias, the API must call it and be allowed to."
  }
}

run "B1_every_route_asks_for_a_token" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    authorizer           = { type = "jwt", issuer = "https://issuer.example.com/", audience = ["pipeline"] }
    cors_allowed_origins = []
  }

  assert {
    condition     = alltrue([for r in aws_apigatewayv2_route.this : r.authorization_type == "JWT" && r.authorizer_id == aws_apigatewayv2_authorizer.jwt[0].id])
    error_message = "B1: every route must ask the authorizer."
  }

  assert {
    condition     = aws_apigatewayv2_authorizer.jwt[0].jwt_configuration[0].issuer == "https://issuer.example.com/" && aws_apigatewayv2_authorizer.jwt[0].jwt_configuration[0].audience == toset(["pipeline"])
    error_message = "B1: tokens of this issuer for this audience only."
  }

  assert {
    condition     = length(aws_apigatewayv2_api.this.cors_configuration) == 0
    error_message = "B1: without origins no page of another origin may call."
  }
}

run "B1_an_open_api_is_refused" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    authorizer           = { type = "none" }
    cors_allowed_origins = ["http://birds.example.com"]
    throttle             = { rate_limit = 0, burst_limit = 10 }
    routes               = { "/submit" = {} }
  }

  # B1: C10: nothing may be open or without limits.
  expect_failures = [var.authorizer, var.cors_allowed_origins, var.throttle, var.routes]
}

run "B1_a_token_without_an_issuer_is_refused" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    authorizer             = { type = "jwt", audience = ["pipeline"] }
    integration_timeout_ms = 31000
    log_retention_days     = 8
  }

  # B1: C10: any issuer's token would do otherwise.
  expect_failures = [var.authorizer, var.integration_timeout_ms, var.log_retention_days]
}

run "D3_every_route_reaches_a_service_through_the_link" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    function = null
    vpc_link = { name = "audio-bird-calls-dev-link", subnet_ids = ["subnet-1"], security_group_ids = ["sg-1"], target_arn = "arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-1" }
  }

  assert {
    condition     = aws_apigatewayv2_integration.service[0].connection_type == "VPC_LINK" && aws_apigatewayv2_integration.service[0].connection_id == output.vpc_link_id && aws_apigatewayv2_integration.service[0].integration_uri == var.vpc_link.target_arn && aws_apigatewayv2_integration.service[0].integration_method == "ANY"
    error_message = "D3: requests must go through the link to the service, as they came."
  }

  assert {
    condition     = toset(aws_apigatewayv2_vpc_link.this[0].security_group_ids) == toset(["sg-1"]) && length(aws_apigatewayv2_integration.function) == 0 && length(aws_lambda_permission.invoke) == 0
    error_message = "D3: nothing of a function may be left, and the link must have its security group."
  }

  assert {
    condition     = output.routes == { "POST /submit" = "AWS_IAM", "GET /status/{id}" = "AWS_IAM" } && alltrue([for r in aws_apigatewayv2_route.this : r.target == "integrations/${aws_apigatewayv2_integration.service[0].id}"])
    error_message = "D3: every route must ask the authorizer and lead to the service."
  }
}

run "D3_an_api_in_front_of_nothing_is_refused" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    function = null
  }

  # D3: a route must lead somewhere.
  expect_failures = [var.vpc_link]
}

run "D3_an_api_in_front_of_two_things_is_refused" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    vpc_link = { name = "link", subnet_ids = ["subnet-1"], security_group_ids = [], target_arn = "arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-1" }
  }

  # D3: and a link without a security group would be refused as well.
  expect_failures = [var.vpc_link]
}

run "CH5_one_route_takes_everything_below_a_named_stage" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    routes     = { "$default" = { operation = "any" } }
    stage_name = "v1"
  }

  assert {
    condition     = output.routes == { "$default" = "AWS_IAM" } && aws_apigatewayv2_stage.default.name == "v1" && aws_apigatewayv2_stage.default.auto_deploy && output.stage_name == "v1"
    error_message = "CH5: the route $default asks the authorizer, and the stage is v1 and deploys by itself."
  }

  assert {
    condition     = aws_lambda_permission.invoke["$default"].source_arn == "arn:aws:execute-api:eu-central-1:123456789012:mockhttp12/*/$default" && aws_lambda_permission.invoke["$default"].statement_id == "AllowHttpApi-default"
    error_message = "CH5: the function may be called by this API's route only, got ${aws_lambda_permission.invoke["$default"].source_arn}."
  }

  assert {
    condition     = toset(aws_apigatewayv2_api.this.cors_configuration[0].allow_methods) == toset(["*"])
    error_message = "CH5: where the function routes, pages of the listed origins may use every method."
  }
}

run "CH5_an_api_is_open_only_where_that_is_meant" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    authorizer        = { type = "none" }
    open_to_everybody = true
  }

  assert {
    condition     = alltrue([for type in values(output.routes) : type == "NONE"])
    error_message = "CH5: nobody is asked, got ${jsonencode(output.routes)}."
  }
}

run "CH5_a_stage_with_another_name_is_refused" {
  command = plan

  module {
    source = "../http-api"
  }

  variables {
    stage_name = "v1/beta"
  }

  # CH5: C10: a stage is one segment of the path.
  expect_failures = [var.stage_name]
}
