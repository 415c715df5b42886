# Known to the provider without asking AWS: each region has an account of AWS's own for these images.
data "aws_sagemaker_prebuilt_ecr_image" "this" {
  repository_name = var.prebuilt_image.repository
  image_tag       = var.prebuilt_image.tag
  region          = var.region
}

locals {
  # Neither a model nor a configuration can be changed, and none may be deleted while an endpoint uses it. A name that
  # carries the fingerprint of what it stands for lets the new one come up beside the old, and the endpoint move over.
  model_fingerprint = substr(sha256(jsonencode([
    data.aws_sagemaker_prebuilt_ecr_image.this.registry_path, var.model_data_url, var.environment_variables, var.execution_role_name,
  ])), 0, 8)

  configuration_fingerprint = substr(sha256(jsonencode([
    local.model_fingerprint, var.memory_mb, var.max_concurrency, var.provisioned_concurrency, var.kms_key_arn,
  ])), 0, 8)
}

resource "aws_sagemaker_model" "this" {
  #checkov:skip=CKV_AWS_370:Serverless endpoints refuse models with network isolation
  name               = "${var.model_name}-${local.model_fingerprint}"
  execution_role_arn = aws_iam_role.this.arn

  primary_container {
    image          = data.aws_sagemaker_prebuilt_ecr_image.this.registry_path
    model_data_url = var.model_data_url
    environment    = var.environment_variables
  }

  # SageMaker reads the artifact with the role as soon as the model is made.
  depends_on = [aws_iam_role_policy.this]

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sagemaker_endpoint_configuration" "this" {
  #checkov:skip=CKV_AWS_98:kms_key_arn switches the customer managed key on; without it the disk is encrypted with a key of AWS
  name        = "${var.configuration_name}-${local.configuration_fingerprint}"
  kms_key_arn = var.kms_key_arn

  production_variants {
    variant_name = "AllTraffic"
    model_name   = aws_sagemaker_model.this.name

    serverless_config {
      memory_size_in_mb       = var.memory_mb
      max_concurrency         = var.max_concurrency
      provisioned_concurrency = var.provisioned_concurrency
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sagemaker_endpoint" "this" {
  name                 = var.endpoint_name
  endpoint_config_name = aws_sagemaker_endpoint_configuration.this.name

  # SageMaker would create the group itself, without retention.
  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; a year of development logs is not worth its price
  name              = "/aws/sagemaker/Endpoints/${var.endpoint_name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}
