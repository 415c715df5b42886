resource "aws_api_gateway_request_validator" "this" {
  name                        = "parameters-and-body"
  rest_api_id                 = aws_api_gateway_rest_api.this.id
  validate_request_parameters = true
  validate_request_body       = true
}

# A body of another content type than JSON has no model and is passed on unread.
resource "aws_api_gateway_model" "json" {
  for_each = { for route, settings in local.routes : route => settings if settings.json_schema != null }

  rest_api_id  = aws_api_gateway_rest_api.this.id
  name         = each.value.model
  description  = "JSON body of ${each.key}"
  content_type = "application/json"
  schema       = each.value.json_schema
}

resource "aws_api_gateway_method" "route" {
  #checkov:skip=CKV_AWS_59:api_key_required closes every route; it is off where anyone may try the API, with the stage's rate limit in place
  #checkov:skip=CKV2_AWS_70:api_key_required closes every route; it is off where anyone may try the API, with the stage's rate limit in place
  for_each = local.routes

  rest_api_id          = aws_api_gateway_rest_api.this.id
  resource_id          = local.resource_ids[each.value.path]
  http_method          = each.value.method
  authorization        = "NONE"
  api_key_required     = var.api_key_required
  request_validator_id = aws_api_gateway_request_validator.this.id
  request_models       = each.value.json_schema == null ? null : { "application/json" = aws_api_gateway_model.json[each.key].name }

  request_parameters = merge(
    { for name in each.value.parameters : "method.request.path.${name}" => true },
    { for name in each.value.required_headers : "method.request.header.${name}" => true },
    { for name in each.value.required_query : "method.request.querystring.${name}" => true },
    { for name in each.value.optional_query : "method.request.querystring.${name}" => false },
  )
}

resource "aws_api_gateway_integration" "route" {
  for_each = local.routes

  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = local.resource_ids[each.value.path]
  http_method = aws_api_gateway_method.route[each.key].http_method

  type                    = var.function == null ? "HTTP_PROXY" : "AWS_PROXY"
  integration_http_method = var.function == null ? each.value.method : "POST"
  uri                     = var.function == null ? "${var.private_service.base_url}${each.value.path}" : var.function.invoke_arn
  timeout_milliseconds    = var.integration_timeout_ms
  connection_type         = var.function == null ? "VPC_LINK" : null
  connection_id           = var.function == null ? var.private_service.vpc_link_id : null

  # A function reads the path's parameters from the event; a service reads them from the path it is called with.
  request_parameters = var.function == null ? { for name in each.value.parameters : "integration.request.path.${name}" => "method.request.path.${name}" } : null
}

resource "aws_lambda_permission" "invoke" {
  count = var.function == null ? 0 : 1

  statement_id  = "AllowRestApi"
  action        = "lambda:InvokeFunction"
  function_name = var.function.name
  qualifier     = var.function.alias
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/${var.stage_name}/*"
}
