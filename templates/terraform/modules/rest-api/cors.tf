locals {
  cors_any     = contains(var.cors_allowed_origins, "*")
  cors_methods = { for path in local.paths : path => join(",", concat(sort([for route in local.routes : route.method if route.path == path]), ["OPTIONS"])) }

  # An answer may name one origin only. Any origin is a fixed header; of a list, the template returns the caller's own if it is on it.
  cors_template = local.cors_any || length(var.cors_allowed_origins) == 0 ? "" : join("", [
    "#set($origin = $input.params(\"Origin\"))",
    "#if($origin == \"\")#set($origin = $input.params(\"origin\"))#end",
    "#if(${join(" || ", [for origin in var.cors_allowed_origins : "$origin == \"${origin}\""])})",
    "#set($context.responseOverride.header.Access-Control-Allow-Origin = \"$origin\")",
    "#end",
  ])

  # API Gateway's own errors (no key, throttled, timed out) cannot hold a condition. They carry no data, so with several
  # origins they return the caller's: a page that cannot read "429" only sees a network failure.
  cors_error_headers = length(var.cors_allowed_origins) == 0 ? {} : {
    "gatewayresponse.header.Access-Control-Allow-Origin"  = length(var.cors_allowed_origins) == 1 ? "'${var.cors_allowed_origins[0]}'" : "method.request.header.Origin"
    "gatewayresponse.header.Access-Control-Allow-Headers" = "'${join(",", var.cors_allowed_headers)}'"
    "gatewayresponse.header.Vary"                         = "'Origin'"
  }
}

resource "aws_api_gateway_method" "preflight" {
  #checkov:skip=CKV_AWS_59:A browser sends its preflight request without credentials; nothing but headers is answered
  #checkov:skip=CKV2_AWS_70:A browser sends its preflight request without credentials; nothing but headers is answered
  #checkov:skip=CKV2_AWS_53:A preflight request has no parameters and no body to validate
  for_each = local.paths

  rest_api_id   = aws_api_gateway_rest_api.this.id
  resource_id   = local.resource_ids[each.value]
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "preflight" {
  for_each = local.paths

  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = local.resource_ids[each.value]
  http_method = aws_api_gateway_method.preflight[each.value].http_method

  type              = "MOCK"
  request_templates = { "application/json" = jsonencode({ statusCode = 200 }) }
}

resource "aws_api_gateway_method_response" "preflight" {
  for_each = local.paths

  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = local.resource_ids[each.value]
  http_method = aws_api_gateway_method.preflight[each.value].http_method
  status_code = "200"

  response_parameters = {
    "method.response.header.Access-Control-Allow-Origin"  = false
    "method.response.header.Access-Control-Allow-Methods" = false
    "method.response.header.Access-Control-Allow-Headers" = false
    "method.response.header.Access-Control-Max-Age"       = false
    "method.response.header.Vary"                         = false
  }
}

resource "aws_api_gateway_integration_response" "preflight" {
  for_each = local.paths

  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = local.resource_ids[each.value]
  http_method = aws_api_gateway_method.preflight[each.value].http_method
  status_code = aws_api_gateway_method_response.preflight[each.value].status_code

  response_parameters = merge(
    {
      "method.response.header.Access-Control-Allow-Methods" = "'${local.cors_methods[each.value]}'"
      "method.response.header.Access-Control-Allow-Headers" = "'${join(",", var.cors_allowed_headers)}'"
      "method.response.header.Access-Control-Max-Age"       = "'3600'"
      "method.response.header.Vary"                         = "'Origin'"
    },
    local.cors_any ? { "method.response.header.Access-Control-Allow-Origin" = "'*'" } : {},
  )

  response_templates = { "application/json" = local.cors_template }

  depends_on = [aws_api_gateway_integration.preflight]
}

resource "aws_api_gateway_gateway_response" "error" {
  for_each = toset(["DEFAULT_4XX", "DEFAULT_5XX"])

  rest_api_id         = aws_api_gateway_rest_api.this.id
  response_type       = each.value
  response_parameters = local.cors_error_headers
  response_templates  = { "application/json" = "{\"message\":$context.error.messageString}" }
}
