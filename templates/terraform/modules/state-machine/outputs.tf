output "arn" {
  description = "ARN of the state machine."
  value       = aws_sfn_state_machine.this.arn
}

output "name" {
  description = "Name of the state machine."
  value       = aws_sfn_state_machine.this.name
}

output "log_group_name" {
  description = "Name of the state machine's log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "logging" {
  description = "How the state machine logs: level, whether data is in the log, traces, and days the log is kept."
  value = {
    level          = aws_sfn_state_machine.this.logging_configuration[0].level
    execution_data = aws_sfn_state_machine.this.logging_configuration[0].include_execution_data
    tracing        = aws_sfn_state_machine.this.tracing_configuration[0].enabled
    retention_days = aws_cloudwatch_log_group.this.retention_in_days
  }
}
