output "key_arn" {
  description = "ARN of the key, to be given to whatever is encrypted with it."
  value       = aws_kms_key.this.arn
}

output "alias_name" {
  description = "Alias of the key, with the alias/ prefix."
  value       = aws_kms_alias.this.name
}
