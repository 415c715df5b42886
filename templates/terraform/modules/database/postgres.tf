locals {
  postgres      = var.engine == "postgres" ? 1 : 0
  major_version = try(split(".", var.postgres.engine_version)[0], null)
}

resource "aws_db_parameter_group" "this" {
  count = local.postgres

  # The major version is in the name, since a group belongs to one: the new group must be there before the old one goes.
  name        = "${var.name}-${local.major_version}"
  family      = "postgres${local.major_version}"
  description = "Connections by TLS only, and a log of changes to the schema and of slow queries"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = tostring(var.postgres.slow_query_ms)
  }

  lifecycle {
    create_before_destroy = true
  }
}

# RDS would make the groups itself, without retention.
resource "aws_cloudwatch_log_group" "postgres" {
  #checkov:skip=CKV_AWS_158:kms_key_arn switches the customer managed key on; without it logs are encrypted with keys of AWS
  #checkov:skip=CKV_AWS_338:Retention is set per environment; a year of development logs is not worth its price
  for_each = toset(local.postgres == 1 ? ["postgresql", "upgrade"] : [])

  name              = "/aws/rds/instance/${var.name}/${each.key}"
  retention_in_days = var.postgres.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_db_instance" "this" {
  #checkov:skip=CKV_AWS_157:multi_az switches the second instance on; it doubles the price
  #checkov:skip=CKV_AWS_354:kms_key_arn switches the customer managed key on
  #checkov:skip=CKV_AWS_293:deletion_protection is on unless it is switched off
  count = local.postgres

  identifier     = var.name
  engine         = "postgres"
  engine_version = var.postgres.engine_version
  instance_class = var.postgres.instance_class
  db_name        = var.postgres.database_name
  port           = 5432

  # RDS makes the password, keeps it in Secrets Manager and changes it every week: it stands neither here nor in the state.
  username                      = "administrator"
  manage_master_user_password   = true
  master_user_secret_kms_key_id = var.kms_key_arn

  iam_database_authentication_enabled = true

  storage_type          = "gp3"
  allocated_storage     = var.postgres.storage_gib
  max_allocated_storage = var.postgres.max_storage_gib
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  publicly_accessible    = false
  multi_az               = var.postgres.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this[0].name
  vpc_security_group_ids = var.postgres.security_group_ids
  parameter_group_name   = aws_db_parameter_group.this[0].name
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  # Automated backups are what a point in time is restored from.
  backup_retention_period   = var.backup_retention_days
  backup_window             = "02:00-03:00"
  maintenance_window        = "sun:03:30-sun:04:30"
  copy_tags_to_snapshot     = true
  delete_automated_backups  = !var.keep_last_copy
  skip_final_snapshot       = !var.keep_last_copy
  final_snapshot_identifier = var.keep_last_copy ? "${var.name}-last" : null
  deletion_protection       = var.deletion_protection

  auto_minor_version_upgrade = true
  apply_immediately          = var.postgres.apply_immediately

  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.kms_key_arn
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring[0].arn

  # A minor version that RDS installed must not be taken back.
  lifecycle {
    ignore_changes = [engine_version]
  }

  depends_on = [aws_cloudwatch_log_group.postgres, aws_iam_role_policy_attachment.monitoring]
}
