variable "name" {
  description = "Name of the state machine."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,80}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 80 letters, digits, hyphens or underscores."
  }
}

variable "role_name" {
  description = "Name of the state machine's own role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "role_name \"${var.role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) the state machine runs in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region the state machine runs in."
  type        = string
  nullable    = false
}

variable "definition" {
  description = "The states, in the Amazon States Language (JSON)."
  type        = string
  nullable    = false

  validation {
    condition     = can(jsondecode(var.definition)) && try(contains(keys(jsondecode(var.definition).States), jsondecode(var.definition).StartAt), false)
    error_message = "definition must be JSON with StartAt naming one of its States; write it with jsonencode()."
  }

  validation {
    condition     = length(var.definition) <= 1048576
    error_message = "definition has ${length(var.definition)} characters; Step Functions takes at most 1048576 (1 MiB)."
  }
}

variable "policy_documents" {
  description = "IAM policies (JSON) with what the states may do beyond writing log and traces; word for the policy's name => document."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role; null for none."
  type        = string
  default     = null
}

variable "log_execution_data" {
  description = "Whether the log also holds input and output of every state. Whoever reads the log then reads the data."
  type        = bool
  default     = false
  nullable    = false
}

variable "log_retention_days" {
  description = "Days the log is kept."
  type        = number
  default     = 14
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the log; null leaves the keys of AWS."
  type        = string
  default     = null
}
