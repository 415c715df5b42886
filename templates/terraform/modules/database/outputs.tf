output "arn" {
  description = "ARN of the table or of the instance, for backups and permissions."
  value       = coalesce(one(aws_dynamodb_table.this[*].arn), one(aws_db_instance.this[*].arn))
}

output "name" {
  description = "Name of the table or of the instance, by which CloudWatch counts."
  value       = coalesce(one(aws_dynamodb_table.this[*].name), one(aws_db_instance.this[*].identifier))
}

output "connection" {
  description = "PostgreSQL only: host, port, database, ARN of the secret with user and password, and the resource id that IAM authentication names; null for DynamoDB."
  value = one([for instance in aws_db_instance.this : {
    host        = instance.address
    port        = instance.port
    database    = instance.db_name
    secret_arn  = one(instance.master_user_secret[*].secret_arn)
    resource_id = instance.resource_id
  }])
}

output "subnet_ids" {
  description = "Zone => id of the subnet of the PostgreSQL instance; empty for DynamoDB."
  value       = { for zone, subnet in aws_subnet.data : zone => subnet.id }
}

output "log_group_names" {
  description = "Log groups of the PostgreSQL instance; empty for DynamoDB."
  value       = [for group in aws_cloudwatch_log_group.postgres : group.name]
}

output "protection" {
  description = "How the data is protected: encrypted, public, days of point-in-time recovery, deletion protection, customer managed key, managed password."
  value = {
    encrypted             = var.engine == "dynamodb" ? true : aws_db_instance.this[0].storage_encrypted
    public                = var.engine == "dynamodb" ? false : aws_db_instance.this[0].publicly_accessible
    recovery_days         = var.engine == "dynamodb" ? aws_dynamodb_table.this[0].point_in_time_recovery[0].recovery_period_in_days : aws_db_instance.this[0].backup_retention_period
    deletion_protection   = var.engine == "dynamodb" ? aws_dynamodb_table.this[0].deletion_protection_enabled : aws_db_instance.this[0].deletion_protection
    customer_managed_key  = var.engine == "dynamodb" ? length(aws_dynamodb_table.this[0].server_side_encryption) > 0 : var.kms_key_arn != null
    managed_password      = var.engine == "dynamodb" ? null : aws_db_instance.this[0].manage_master_user_password
    transport_is_enforced = var.engine == "dynamodb" ? true : anytrue([for p in aws_db_parameter_group.this[0].parameter : p.name == "rds.force_ssl" && p.value == "1"])
  }
}
