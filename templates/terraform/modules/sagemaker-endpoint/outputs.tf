output "name" {
  description = "Name of the endpoint."
  value       = aws_sagemaker_endpoint.this.name
}

output "arn" {
  description = "ARN of the endpoint, for those who may call it: sagemaker:InvokeEndpoint."
  value       = aws_sagemaker_endpoint.this.arn
}

output "role_name" {
  description = "Name of the endpoint's role."
  value       = aws_iam_role.this.name
}

output "log_group_name" {
  description = "Name of the endpoint's log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "log_retention_days" {
  description = "Days the endpoint's log is kept."
  value       = aws_cloudwatch_log_group.this.retention_in_days
}

output "configuration" {
  description = "What the endpoint serves and how: model, configuration, image, artifact, memory in MB, most requests at once, provisioned concurrency (null for none)."
  value = {
    model_name              = aws_sagemaker_model.this.name
    configuration_name      = aws_sagemaker_endpoint_configuration.this.name
    variant_name            = aws_sagemaker_endpoint_configuration.this.production_variants[0].variant_name
    image                   = aws_sagemaker_model.this.primary_container[0].image
    model_data_url          = aws_sagemaker_model.this.primary_container[0].model_data_url
    memory_mb               = aws_sagemaker_endpoint_configuration.this.production_variants[0].serverless_config[0].memory_size_in_mb
    max_concurrency         = aws_sagemaker_endpoint_configuration.this.production_variants[0].serverless_config[0].max_concurrency
    provisioned_concurrency = aws_sagemaker_endpoint_configuration.this.production_variants[0].serverless_config[0].provisioned_concurrency
  }
}
