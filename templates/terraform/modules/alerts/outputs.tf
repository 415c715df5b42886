output "topic_arn" {
  description = "ARN of the topic that alarms, budgets and failures are sent to."
  value       = aws_sns_topic.this.arn

  # Budgets tests at creation whether it may publish.
  depends_on = [aws_sns_topic_policy.this]
}

output "emails" {
  description = "Addresses that are subscribed."
  value       = sort([for subscription in aws_sns_topic_subscription.email : subscription.endpoint])
}
