resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; a year of development logs is not worth its price
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_115:reserved_concurrency sets the limit where one is wanted; a reservation is taken from the rest of the account
  #checkov:skip=CKV_AWS_116:The failure destination of aws_lambda_function_event_invoke_config keeps what a dead letter queue keeps, and the error with it
  #checkov:skip=CKV_AWS_117:vpc puts the function into a network where it needs something in there; to call AWS services it would need a NAT gateway or endpoints
  #checkov:skip=CKV_AWS_173:kms_key_arn switches the customer managed key on; no secret stands in the environment
  #checkov:skip=CKV_AWS_272:Lambda has no code signing for container images; images are pinned by digest instead
  function_name = var.name
  description   = var.description
  role          = aws_iam_role.this.arn

  package_type  = "Image"
  image_uri     = var.image_uri
  architectures = [var.architecture]

  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.reserved_concurrency == null ? -1 : var.reserved_concurrency
  kms_key_arn                    = var.kms_key_arn
  publish                        = var.publish_versions

  ephemeral_storage {
    size = var.ephemeral_storage_mb
  }

  environment {
    variables = var.environment_variables
  }

  tracing_config {
    mode = "Active"
  }

  dynamic "vpc_config" {
    for_each = var.vpc == null ? [] : [var.vpc]

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = vpc_config.value.security_group_ids
    }
  }

  # Lambda would create the group itself, without retention, and fail at its first call without its permissions.
  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy.base, aws_iam_role_policy.granted]
}

resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = aws_lambda_function.this.function_name
  maximum_retry_attempts       = var.async.retries
  maximum_event_age_in_seconds = var.async.max_event_age_seconds

  destination_config {
    on_failure {
      destination = var.failure_topic_arn
    }
  }
}
