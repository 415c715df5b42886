locals {
  authorization_type = { iam = "AWS_IAM", jwt = "JWT", none = "NONE" }[var.authorizer.type]
}

resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  description   = var.description
  protocol_type = "HTTP"

  dynamic "cors_configuration" {
    for_each = length(var.cors_allowed_origins) == 0 ? [] : [var.cors_allowed_origins]

    content {
      allow_origins = cors_configuration.value
      allow_methods = contains(keys(var.routes), "$default") ? ["*"] : sort(distinct([for route in keys(var.routes) : split(" ", route)[0]]))
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
  count = var.function == null ? 0 : 1

  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_method     = "POST"
  integration_uri        = var.function.invoke_arn
  payload_format_version = "2.0"
  timeout_milliseconds   = var.integration_timeout_ms
}

# Instead of a function, a service in a network: requests go through the link, with method and path as they came.
resource "aws_apigatewayv2_vpc_link" "this" {
  count = var.vpc_link == null ? 0 : 1

  name               = var.vpc_link.name
  subnet_ids         = var.vpc_link.subnet_ids
  security_group_ids = var.vpc_link.security_group_ids
}

resource "aws_apigatewayv2_integration" "service" {
  count = var.vpc_link == null ? 0 : 1

  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "HTTP_PROXY"
  integration_method     = "ANY"
  integration_uri        = var.vpc_link.target_arn
  connection_type        = "VPC_LINK"
  connection_id          = aws_apigatewayv2_vpc_link.this[0].id
  payload_format_version = "1.0"
  timeout_milliseconds   = var.integration_timeout_ms
}

resource "aws_apigatewayv2_route" "this" {
  #checkov:skip=CKV_AWS_309:type none is for trying things out in development; stacks refuse it in prod
  for_each = var.routes

  api_id             = aws_apigatewayv2_api.this.id
  route_key          = each.key
  operation_name     = each.value.operation
  target             = "integrations/${one(concat(aws_apigatewayv2_integration.function[*].id, aws_apigatewayv2_integration.service[*].id))}"
  authorization_type = local.authorization_type
  authorizer_id      = one(aws_apigatewayv2_authorizer.jwt[*].id)
}

resource "aws_lambda_permission" "invoke" {
  for_each = { for key, route in var.routes : key => route if var.function != null }

  # A parameter in the path stands for any one segment.
  statement_id  = "AllowHttpApi-${replace(trim(replace(each.key, "/[^A-Za-z0-9]+/", "-"), "-"), "/-+/", "-")}"
  action        = "lambda:InvokeFunction"
  function_name = var.function.name
  qualifier     = var.function.alias
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.this.execution_arn}/*/${replace(replace(each.key, " ", ""), "/\\{[^}]+\\}/", "*")}"
}
