output "base_url" {
  description = "URL of the stage, without a slash at the end."
  value       = trimsuffix(aws_api_gateway_stage.this.invoke_url, "/")

  # The URL answers only once its routes are deployed and may call the function.
  depends_on = [aws_lambda_permission.invoke, aws_api_gateway_method_settings.all]
}

output "rest_api_id" {
  description = "Id of the API."
  value       = aws_api_gateway_rest_api.this.id
}

output "name" {
  description = "Name of the API, by which CloudWatch counts its requests."
  value       = aws_api_gateway_rest_api.this.name
}

output "stage_name" {
  description = "Name of the stage."
  value       = aws_api_gateway_stage.this.stage_name
}

output "stage_arn" {
  description = "ARN of the stage, for a web ACL."
  value       = aws_api_gateway_stage.this.arn
}

output "api_key" {
  description = "Value of the API key; null where none is required."
  value       = one(aws_api_gateway_api_key.this[*].value)
  sensitive   = true
}

output "routes" {
  description = "Every route as \"<METHOD> <path>\" => whether it asks for an API key; the preflight routes included."
  value = merge(
    { for route, method in aws_api_gateway_method.route : route => method.api_key_required },
    { for path, method in aws_api_gateway_method.preflight : "${method.http_method} ${path}" => coalesce(method.api_key_required, false) },
  )
}

output "limits" {
  description = "Limits of the usage plan; null where no key is required."
  value = one([for plan in aws_api_gateway_usage_plan.this : {
    rate_limit   = plan.throttle_settings[0].rate_limit
    burst_limit  = plan.throttle_settings[0].burst_limit
    quota_limit  = plan.quota_settings[0].limit
    quota_period = plan.quota_settings[0].period
  }])
}

output "deployment_trigger" {
  description = "Hash of everything that a deployment publishes; another hash is another deployment."
  value       = aws_api_gateway_deployment.this.triggers.redeployment
}

output "binary_media_types" {
  description = "Content types that reach the function as bytes, sorted."
  value       = sort(aws_api_gateway_rest_api.this.binary_media_types)
}

output "logging" {
  description = "How the stage logs: level of the execution log, whether bodies are written, traces, and days both logs are kept."
  value = {
    execution_log_level = aws_api_gateway_method_settings.all.settings[0].logging_level
    data_trace          = aws_api_gateway_method_settings.all.settings[0].data_trace_enabled
    tracing             = aws_api_gateway_stage.this.xray_tracing_enabled
    retention_days      = distinct([aws_cloudwatch_log_group.access.retention_in_days, aws_cloudwatch_log_group.execution.retention_in_days])
  }
}

output "integrations" {
  description = "Route => how it is answered: AWS_PROXY (a function) or HTTP_PROXY (a service behind a VPC link), and the address that is called."
  value       = { for route, integration in aws_api_gateway_integration.route : route => "${integration.type} ${integration.uri}" }
}
