variable "name" {
  description = "Name of the SNS topic."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,256}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 256 letters, digits, hyphens or underscores."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) whose budgets and alarms may publish."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "emails" {
  description = "Addresses that receive every alert; each must confirm the message AWS sends it."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for email in var.emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "emails: every entry must be an e-mail address such as team@example.com."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for stored messages; its policy must let SNS, Budgets and CloudWatch use it (module encryption-key does). Null leaves SNS's own disk encryption."
  type        = string
  default     = null
}
