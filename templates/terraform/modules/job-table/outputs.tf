output "name" {
  description = "Name of the table."
  value       = aws_dynamodb_table.this.name
}

output "arn" {
  description = "ARN of the table."
  value       = aws_dynamodb_table.this.arn
}

output "protection" {
  description = "How records are protected: point-in-time recovery, deletion protection, and whether the key is a customer managed one."
  value = {
    point_in_time_recovery = aws_dynamodb_table.this.point_in_time_recovery[0].enabled
    deletion_protection    = aws_dynamodb_table.this.deletion_protection_enabled
    customer_managed_key   = length(aws_dynamodb_table.this.server_side_encryption) > 0
  }
}
