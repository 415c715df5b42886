variable "log_retention_days" {
  description = "Days the access log and the execution log are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "execution_log_level" {
  description = "How much API Gateway writes about its own work: ERROR or INFO. Bodies are never written."
  type        = string
  default     = "ERROR"
  nullable    = false

  validation {
    condition     = contains(["ERROR", "INFO"], var.execution_log_level)
    error_message = "execution_log_level \"${var.execution_log_level}\" must be ERROR or INFO."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the log groups; null leaves the keys of AWS."
  type        = string
  default     = null
}

variable "manage_account_role" {
  description = "Whether this API sets the role by which API Gateway writes logs. It is one setting per account and region: exactly one root may have it on, and without it no API's stage can log."
  type        = bool
  default     = false
  nullable    = false
}

variable "account_role_name" {
  description = "Name of the role that manage_account_role makes; null derives it from the API's name and may be too long."
  type        = string
  default     = null

  validation {
    condition     = var.account_role_name != null || !var.manage_account_role || length(var.name) <= 59
    error_message = "account_role_name must be given: the API's name with \"-logs\" is longer than the 64 characters of a role's name."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role that manage_account_role makes; null for none."
  type        = string
  default     = null
}
