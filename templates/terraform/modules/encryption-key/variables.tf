variable "alias" {
  description = "Name of the key without the alias/ prefix."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9/_-]{1,250}$", var.alias)) && !startswith(var.alias, "aws/")
    error_message = "alias \"${var.alias}\" must be 1 to 250 letters, digits, hyphens, underscores or slashes and must not start with aws/, which AWS keeps for itself."
  }
}

variable "description" {
  description = "What the key protects."
  type        = string
  nullable    = false
}

variable "account_id" {
  description = "AWS account id (12 digits) that administers the key and whose services may use it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region whose CloudWatch Logs may use the key."
  type        = string
  nullable    = false
}

variable "deletion_window_days" {
  description = "Days between the order to delete the key and its deletion; until then the order can be taken back."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.deletion_window_days >= 7 && var.deletion_window_days <= 30
    error_message = "deletion_window_days is ${var.deletion_window_days}; AWS allows 7 to 30."
  }
}

variable "trail_arns" {
  description = "ARNs of the CloudTrail trails that encrypt their logs with the key."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.trail_arns : can(regex("^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/.+$", arn))])
    error_message = "trail_arns: ${join(", ", var.trail_arns)} - every entry must be arn:aws:cloudtrail:<region>:<account>:trail/<name>."
  }
}
