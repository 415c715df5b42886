variable "vault_name" {
  description = "Name of the vault that holds the backups."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{2,50}$", var.vault_name))
    error_message = "vault_name \"${var.vault_name}\" must be 2 to 50 letters, digits, hyphens or underscores."
  }
}

variable "plan_name" {
  description = "Name of the plan that says when copies are made and how long they stay, and of its selection of resources."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{1,50}$", var.plan_name))
    error_message = "plan_name \"${var.plan_name}\" must be 1 to 50 letters, digits, dots, hyphens or underscores."
  }
}

variable "role_name" {
  description = "Name of the role by which AWS Backup copies and restores."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "role_name \"${var.role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) whose resources are copied."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "resource_arns" {
  description = "ARNs of what is copied: tables, database instances, versioned buckets."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.resource_arns) > 0
    error_message = "resource_arns is empty; name at least one table, database instance or bucket."
  }
}

variable "rules" {
  description = "When copies are made and how long they stay: word for the rule => schedule (cron in UTC) and days."
  type        = map(object({ schedule = string, retention_days = number }))
  nullable    = false

  default = {
    daily   = { schedule = "cron(0 1 ? * * *)", retention_days = 35 }
    monthly = { schedule = "cron(0 1 1 * ? *)", retention_days = 365 }
  }

  validation {
    condition     = length(var.rules) > 0 && alltrue([for rule in values(var.rules) : can(regex("^cron\\(.+\\)$", rule.schedule)) && rule.retention_days >= 1 && rule.retention_days <= 36500 && floor(rule.retention_days) == rule.retention_days])
    error_message = "rules: every rule needs a schedule such as cron(0 1 ? * * *) and retention_days from 1 to 36500; got ${jsonencode(var.rules)}."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the vault; null leaves the key of AWS Backup. The copies of a database keep the database's own key."
  type        = string
  default     = null
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the vault while backups are in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role; null for none."
  type        = string
  default     = null
}
