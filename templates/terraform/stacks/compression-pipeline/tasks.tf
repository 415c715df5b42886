module "network" {
  source = "../../modules/network"
  count  = var.network_source == "own" ? 1 : 0

  name                     = local.names["network"]
  account_id               = var.account_id
  region                   = var.region
  network_mode             = var.network_mode
  cidr                     = var.vpc_cidr
  availability_zones       = var.availability_zones
  flow_log_role_name       = local.names["flow-log-role"]
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "cluster" {
  source = "../../modules/ecs-cluster"

  name = local.names["cluster"]
}

module "task" {
  source   = "../../modules/task"
  for_each = toset(local.steps)

  family               = local.names[each.key]
  container_name       = each.key
  account_id           = var.account_id
  region               = var.region
  image_uri            = local.image_uris["steps"]
  image_repository_arn = module.image_repository["steps"].repository_arn
  architecture         = var.architecture

  cpu                   = var.steps[each.key].cpu
  memory                = var.steps[each.key].memory
  ephemeral_storage_gib = var.ephemeral_storage_gib

  # JOB_ID and RUN_INPUT come with each run.
  environment_variables = {
    STEP               = each.key
    MODEL_BUCKET       = module.model_bucket.name
    JOB_TABLE          = module.job_table.name
    JOB_RETENTION_DAYS = tostring(var.job_retention_days)
  }

  execution_role_name      = local.names["${each.key}-start"]
  task_role_name           = local.names["${each.key}-task-role"]
  policy_documents         = { data = data.aws_iam_policy_document.step[each.key].json }
  permissions_boundary_arn = var.permissions_boundary_arn
  log_retention_days       = var.log_retention_days
  kms_key_arn              = local.kms_key_arn
}
