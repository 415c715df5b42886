variable "log_retention_days" {
  description = "Days every log is kept."
  type        = number
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "image_retention_count" {
  description = "How many images stay in each repository; the oldest beyond it are deleted."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.image_retention_count >= 1 && var.image_retention_count <= 1000 && floor(var.image_retention_count) == var.image_retention_count
    error_message = "image_retention_count is ${var.image_retention_count}; give a whole number from 1 to 1000."
  }
}

variable "monthly_budget_usd" {
  description = "What this entity may spend in a month, in USD; alerts at 80 % and 100 % spent and at 100 % forecast. Null where another root of the repository watches the entity's spend, for the budget counts whatever carries its tag."
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
    condition     = alltrue([for email in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "alert_emails: ${join(", ", [for e in var.alert_emails : "\"${e}\""])} - every entry must be an e-mail address such as team@example.com."
  }

  validation {
    condition     = length(var.alert_emails) <= 10
    error_message = "alert_emails holds ${length(var.alert_emails)} addresses; AWS Budgets takes at most 10. Use a distribution list."
  }
}

variable "latency_alarm_ms" {
  description = "Milliseconds that one request in twenty may take, at the API and in the model, before an alarm is raised."
  type        = number
  default     = 10000
  nullable    = false

  validation {
    condition     = var.latency_alarm_ms >= 1 && var.latency_alarm_ms <= 30000
    error_message = "latency_alarm_ms is ${var.latency_alarm_ms}; give 1 to 30000, for the API gives up at 30 s."
  }
}
