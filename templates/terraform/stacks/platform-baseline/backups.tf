module "backups" {
  source = "../../modules/backups"
  count  = var.backups ? 1 : 0

  vault_name               = local.names["backups"]
  plan_name                = local.names["backups"]
  role_name                = local.names["backup-role"]
  account_id               = var.account_id
  resource_arns            = [module.database.arn]
  rules                    = var.backup_rules
  kms_key_arn              = local.kms_key_arn
  force_destroy            = var.force_destroy
  permissions_boundary_arn = var.permissions_boundary_arn
}
