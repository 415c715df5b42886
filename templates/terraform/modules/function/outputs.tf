output "name" {
  description = "Name of the function."
  value       = aws_lambda_function.this.function_name
}

output "arn" {
  description = "ARN of the function."
  value       = aws_lambda_function.this.arn
}

output "invoke_arn" {
  description = "ARN by which API Gateway calls the function."
  value       = aws_lambda_function.this.invoke_arn
}

output "role_name" {
  description = "Name of the function's role."
  value       = aws_iam_role.this.name
}

output "log_group_name" {
  description = "Name of the function's log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "log_retention_days" {
  description = "Days the function's log is kept."
  value       = aws_cloudwatch_log_group.this.retention_in_days
}

output "configuration" {
  description = "What the function was set to: image, architecture, memory, time limit, /tmp, reserved concurrency (-1: none) and environment."
  value = {
    image_uri             = aws_lambda_function.this.image_uri
    architecture          = one(aws_lambda_function.this.architectures)
    memory_mb             = aws_lambda_function.this.memory_size
    timeout_seconds       = aws_lambda_function.this.timeout
    ephemeral_storage_mb  = aws_lambda_function.this.ephemeral_storage[0].size
    reserved_concurrency  = aws_lambda_function.this.reserved_concurrent_executions
    environment_variables = aws_lambda_function.this.environment[0].variables
  }
}

output "version" {
  description = "Newest numbered version of the function; $LATEST where versions are not published."
  value       = aws_lambda_function.this.version
}

output "vpc" {
  description = "Subnets and security groups the function stands in; null where it stands outside of any network."
  value = one([for vpc in aws_lambda_function.this.vpc_config : {
    subnet_ids         = sort(vpc.subnet_ids)
    security_group_ids = sort(vpc.security_group_ids)
  }])
}
