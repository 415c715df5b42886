output "base_url" {
  description = "URL of the API, without a slash at the end."
  value       = trimsuffix(aws_apigatewayv2_stage.default.invoke_url, "/")

  # The URL answers only once its routes are there and may call the function.
  depends_on = [aws_lambda_permission.invoke, aws_apigatewayv2_route.this]
}

output "api_id" {
  description = "Id of the API, by which CloudWatch counts its requests."
  value       = aws_apigatewayv2_api.this.id
}

output "name" {
  description = "Name of the API."
  value       = aws_apigatewayv2_api.this.name
}

output "execution_arn" {
  description = "ARN to name the API in IAM policies of its callers: execute-api:Invoke on <execution_arn>/*/<METHOD>/<path>."
  value       = aws_apigatewayv2_api.this.execution_arn
}

output "routes" {
  description = "Every route as \"<METHOD> <path>\" => who may call it: AWS_IAM, JWT or NONE."
  value       = { for key, route in aws_apigatewayv2_route.this : key => route.authorization_type }
}

output "integration_uri" {
  description = "What every route leads to: the ARN by which API Gateway calls the function or its alias, or the ARN of the service."
  value       = one(concat(aws_apigatewayv2_integration.function[*].integration_uri, aws_apigatewayv2_integration.service[*].integration_uri))
}

output "stage" {
  description = "What the stage is set to: requests per second, burst, and days its access log is kept."
  value = {
    rate_limit         = aws_apigatewayv2_stage.default.default_route_settings[0].throttling_rate_limit
    burst_limit        = aws_apigatewayv2_stage.default.default_route_settings[0].throttling_burst_limit
    log_retention_days = aws_cloudwatch_log_group.access.retention_in_days
  }
}

output "stage_name" {
  description = "Name of the stage; $default is no part of the URL."
  value       = aws_apigatewayv2_stage.default.name
}

output "vpc_link_id" {
  description = "Id of the link into the network; null where a function is behind the API."
  value       = one(aws_apigatewayv2_vpc_link.this[*].id)
}
