output "name" {
  description = "Name of the budget."
  value       = aws_budgets_budget.this.name
}

output "monthly_limit_usd" {
  description = "Limit of the budget in USD."
  value       = tonumber(aws_budgets_budget.this.limit_amount)
}

output "notifications" {
  description = "Notifications as \"<type> <percent>\", sorted."
  value       = sort([for n in aws_budgets_budget.this.notification : "${n.notification_type} ${n.threshold}"])
}
