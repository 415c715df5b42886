variable "name" {
  description = "Name of the budget."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^:\\\\]{1,100}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 100 characters without colon or backslash."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) that holds the budget."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "monthly_limit_usd" {
  description = "What may be spent in a calendar month, in USD."
  type        = number
  nullable    = false

  validation {
    condition     = var.monthly_limit_usd >= 1
    error_message = "monthly_limit_usd is ${var.monthly_limit_usd}; set at least 1 USD."
  }
}

variable "tag_key" {
  description = "Tag whose spend is counted. It must be activated as a cost allocation tag in the account that pays, or the budget stays at zero."
  type        = string
  default     = "backstage.io/entity-ref"
  nullable    = false
}

variable "tag_value" {
  description = "Value of the tag whose spend is counted."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.tag_value) > 0 && length(var.tag_value) <= 256
    error_message = "tag_value must be 1 to 256 characters, the same as the tag on the resources."
  }
}

variable "topic_arn" {
  description = "ARN of the SNS topic that every notification goes to."
  type        = string
  nullable    = false
}

variable "emails" {
  description = "Addresses that Budgets writes to directly, at most 10."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.emails) <= 10
    error_message = "emails holds ${length(var.emails)} addresses; AWS Budgets takes at most 10 per notification. Use a distribution list."
  }
}

variable "notifications" {
  description = "When to notify: what is compared (ACTUAL or FORECASTED) and at how many percent of the limit."
  type        = list(object({ type = string, percent = number }))
  nullable    = false

  default = [
    { type = "ACTUAL", percent = 80 },
    { type = "ACTUAL", percent = 100 },
    { type = "FORECASTED", percent = 100 },
  ]

  validation {
    condition     = alltrue([for n in var.notifications : contains(["ACTUAL", "FORECASTED"], n.type) && n.percent > 0]) && length(var.notifications) <= 5
    error_message = "notifications: at most 5, each with type ACTUAL or FORECASTED and a percent above 0."
  }
}
