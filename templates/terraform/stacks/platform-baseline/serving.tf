locals {
  environment_variables = merge({
    MODEL_BUCKET         = module.model_bucket.name
    DATABASE_ENGINE      = var.database_engine
    MAX_BATCH_ITEMS      = tostring(var.max_batch_items)
    LOG_LEVEL            = var.environment == "prod" ? "INFO" : "DEBUG"
    CORS_ALLOWED_ORIGINS = join(",", var.cors_allowed_origins)
    }, local.postgres ? {
    DATABASE_HOST       = module.database.connection.host
    DATABASE_PORT       = tostring(module.database.connection.port)
    DATABASE_NAME       = module.database.connection.database
    DATABASE_SECRET_ARN = module.database.connection.secret_arn
    } : {
    TABLE_NAME = module.database.name
  })
}

module "function" {
  source = "../../modules/function"
  count  = local.on_ecs ? 0 : 1

  name        = local.names["serving"]
  description = "Serves the model of ${var.name}, owned by ${var.owner}"
  role_name   = local.names["serving-role"]
  account_id  = var.account_id
  region      = var.region

  image_uri            = local.image_uri
  architecture         = var.architecture
  memory_mb            = var.memory_mb
  timeout_seconds      = var.timeout_seconds
  reserved_concurrency = var.reserved_concurrency

  environment_variables    = local.environment_variables
  policy_documents         = { data = data.aws_iam_policy_document.serving.json }
  permissions_boundary_arn = var.permissions_boundary_arn
  kms_key_arn              = local.kms_key_arn
  log_retention_days       = var.log_retention_days
  failure_topic_arn        = module.alerts.topic_arn
  publish_versions         = var.blue_green

  vpc = local.postgres ? {
    subnet_ids         = local.network.subnet_ids
    security_group_ids = [local.network.task_security_group_id, module.serving_access[0].id]
  } : null
}
