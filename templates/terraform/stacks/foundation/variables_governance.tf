variable "audit_trail" {
  description = "Whether CloudTrail records every change in the account, in all regions. The first trail of an account is free; where one is there already, leave this off."
  type        = bool
  default     = false
  nullable    = false
}

variable "audit_trail_days" {
  description = "Days the trail's files are kept."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = var.audit_trail_days >= 1 && floor(var.audit_trail_days) == var.audit_trail_days
    error_message = "audit_trail_days is ${var.audit_trail_days}; give a whole number of at least 1 day."
  }

  validation {
    condition     = var.environment != "prod" || !var.audit_trail || var.audit_trail_days >= 90
    error_message = "audit_trail_days is ${var.audit_trail_days}; prod needs at least 90, or an incident found late could not be traced."
  }
}

variable "audit_trail_to_cloudwatch" {
  description = "Whether the trail also goes to CloudWatch Logs, where it can be searched."
  type        = bool
  default     = false
  nullable    = false
}

variable "dashboard" {
  description = "Whether a dashboard shows the APIs, functions and services of all stacks (3 USD a month beyond the account's third)."
  type        = bool
  default     = false
  nullable    = false
}

variable "stack_names" {
  description = "Stack of this repository => the name in its variable file, by which the dashboard finds what it shows."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.stack_names), ["inference-api", "compression-pipeline", "churn", "predictor", "platform-baseline"])) == 0
    error_message = "stack_names: ${join(", ", keys(var.stack_names))} - every key must be one of inference-api, compression-pipeline, churn, predictor and platform-baseline."
  }
}

variable "database" {
  description = "Whether there is a table (DynamoDB) for stacks that bring none."
  type        = bool
  default     = false
  nullable    = false
}

variable "backup_retention_days" {
  description = "Days back to which any second of the table can be restored."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "backup_retention_days is ${var.backup_retention_days}; DynamoDB takes whole numbers from 1 to 35."
  }
}

variable "log_retention_days" {
  description = "Days the logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "monthly_budget_usd" {
  description = "What all stacks of the repository together may spend in a month, in USD; alerts at 80 % and 100 % spent and at 100 % forecast. Null where a stack watches it."
  type        = number

  validation {
    condition     = var.monthly_budget_usd == null ? true : var.monthly_budget_usd >= 1
    error_message = "monthly_budget_usd is ${jsonencode(var.monthly_budget_usd)}; give at least 1 USD, or null for no budget here."
  }
}

variable "alert_emails" {
  description = "Addresses that are told of alarms and of the budget; each confirms one message from AWS. Empty tells nobody but the topic."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.alert_emails) <= 10 && alltrue([for email in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "alert_emails: ${join(", ", var.alert_emails)} - give at most 10 addresses such as team@example.com; for more, use a distribution list."
  }
}
