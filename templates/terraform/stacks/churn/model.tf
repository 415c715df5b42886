locals {
  # Where training writes it, in this repository.
  repository_model = "${path.module}/../../../services/churn/model/model.tar.gz"

  # An artifact keeps its key for ever, so that another model is another key: only then does the endpoint move to it.
  model_key = var.model_s3_key == null ? "models/${substr(filesha256(local.repository_model), 0, 16)}/model.tar.gz" : var.model_s3_key
}

resource "aws_s3_object" "model" {
  #checkov:skip=CKV_AWS_186:The bucket encrypts with its own key where it has one
  count = var.model_s3_key == null ? 1 : 0

  bucket = module.data_bucket.name
  key    = local.model_key
  source = local.repository_model

  # The artifact in use is deleted only once the endpoint has left it.
  lifecycle {
    create_before_destroy = true
  }
}

module "endpoint" {
  source = "../../modules/sagemaker-endpoint"

  model_name         = local.names["xgboost-model"]
  configuration_name = local.names["xgboost-endpoint-config"]
  endpoint_name      = local.names["xgboost-endpoint"]
  account_id         = var.account_id
  region             = var.region

  model_data_url  = "s3://${module.data_bucket.name}/${var.model_s3_key == null ? aws_s3_object.model[0].key : local.model_key}"
  data_bucket_arn = module.data_bucket.arn

  memory_mb               = var.endpoint.memory_mb
  max_concurrency         = var.endpoint.max_concurrency
  provisioned_concurrency = var.endpoint.provisioned_concurrency

  execution_role_name      = local.names["sagemaker-execution-role"]
  permissions_boundary_arn = var.permissions_boundary_arn
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
}
