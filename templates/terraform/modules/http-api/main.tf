locals {
  authorization_type = var.authorizer.type == "iam" ? "AWS_IAM" : "JWT"
}

resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  description   = var.description
  protocol_type = "HTTP"

  dynamic "cors_configuration" {
    for_each = length(var.cors_allowed_origins) == 0 ? [] : [var.cors_allowed_origins]

    content {
      allow_origins = cors_configuration.value
      allow_methods = sort(distinct([for route in keys(var.routes) : split(" ", route)[0]]))
      allow_headers = [for header in var.cors_allowed_headers : lower(header)]
      max_age       = 3600
    }
  }
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  count = var.authorizer.type == "jwt" ? 1 : 0

  api_id           = aws_apigatewayv2_api.this.id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.authorizer.issuer
    audience = var.authorizer.audience
  }
}

resource "aws_apigatewayv2_integration" "function" {
  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_method     = "POST"
  integration_uri        = var.function.invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = var.integration_timeout_ms
}

resource "aws_apigatewayv2_route" "this" {
  for_each = var.routes

  api_id             = aws_apigatewayv2_api.this.id
  route_key          = each.key
  operation_name     = each.value.operation
  target             = "integrations/${aws_apigatewayv2_integration.function.id}"
  authorization_type = local.authorization_type
  authorizer_id      = one(aws_apigatewayv2_authorizer.jwt[*].id)
}

resource "aws_lambda_permission" "invoke" {
  for_each = var.routes

  # A parameter in the path stands for any one segment.
  statement_id  = "AllowHttpApi-${replace(trim(replace(each.key, "/[^A-Za-z0-9]+/", "-"), "-"), "/-+/", "-")}"
  action        = "lambda:InvokeFunction"
  function_name = var.function.name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this.execution_arn}/*/${replace(replace(each.key, " ", ""), "/\\{[^}]+\\}/", "*")}"
}
