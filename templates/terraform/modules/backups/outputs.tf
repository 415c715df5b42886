output "vault_name" {
  description = "Name of the vault."
  value       = aws_backup_vault.this.name
}

output "role_arn" {
  description = "ARN of the role to restore with."
  value       = aws_iam_role.this.arn
}

output "rules" {
  description = "Rule => days its copies stay."
  value       = { for rule in aws_backup_plan.this.rule : rule.rule_name => rule.lifecycle[0].delete_after }
}

output "resource_arns" {
  description = "What is copied."
  value       = sort(aws_backup_selection.this.resources)
}
