module "database" {
  source = "../../modules/database"

  name                     = local.names["database"]
  account_id               = var.account_id
  region                   = var.region
  engine                   = var.database_engine
  backup_retention_days    = var.backup_retention_days
  deletion_protection      = !var.force_destroy
  keep_last_copy           = !var.force_destroy
  kms_key_arn              = local.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn

  postgres = local.postgres ? merge(var.postgres, {
    vpc_id               = local.network.id
    subnets              = local.data_subnets
    security_group_ids   = [module.database_access[0].id]
    monitoring_role_name = local.names["database-monitor"]
    log_retention_days   = var.log_retention_days
  }) : null
}
