resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id

  # Only values: a hash over whole resources differs between their creation and their next refresh, and would deploy for nothing.
  triggers = {
    redeployment = sha1(jsonencode({
      routes             = var.routes
      invoke_arn         = var.function == null ? "${var.private_service.vpc_link_id} ${var.private_service.base_url}" : var.function.invoke_arn
      timeout            = var.integration_timeout_ms
      api_key_required   = var.api_key_required
      binary_media_types = var.binary_media_types
      origins            = var.cors_allowed_origins
      headers            = var.cors_allowed_headers
      methods            = local.cors_methods
      template           = local.cors_template
      error_headers      = local.cors_error_headers
    }))
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [
    aws_api_gateway_method.route,
    aws_api_gateway_integration.route,
    aws_api_gateway_integration.preflight,
    aws_api_gateway_integration_response.preflight,
    aws_api_gateway_gateway_response.error,
  ]
}

resource "aws_api_gateway_stage" "this" {
  #checkov:skip=CKV_AWS_120:Every request is a new inference; a cache would cost 14.60 USD a month and never be hit
  #checkov:skip=CKV2_AWS_51:Callers are browsers and scripts with an API key; the Lambda proxy sees no client certificate
  #checkov:skip=CKV2_AWS_29:A web ACL costs from 6 USD a month; attach one to the stage's ARN (output stage_arn) where it is wanted
  #checkov:skip=CKV2_AWS_77:A web ACL costs from 6 USD a month; attach one to the stage's ARN (output stage_arn) where it is wanted
  rest_api_id          = aws_api_gateway_rest_api.this.id
  deployment_id        = aws_api_gateway_deployment.this.id
  stage_name           = var.stage_name
  xray_tracing_enabled = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = local.access_log_format
  }

  depends_on = [aws_cloudwatch_log_group.execution, aws_api_gateway_account.this]
}

resource "aws_api_gateway_method_settings" "all" {
  #checkov:skip=CKV_AWS_225:Every request is a new inference; there is nothing to cache
  #checkov:skip=CKV_AWS_308:No cache, so nothing cached to encrypt
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = true
    logging_level          = var.execution_log_level
    data_trace_enabled     = false
    throttling_rate_limit  = var.usage_plan.rate_limit
    throttling_burst_limit = var.usage_plan.burst_limit
  }
}
