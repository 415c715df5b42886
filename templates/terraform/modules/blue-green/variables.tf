variable "name" {
  description = "Name of the CodeDeploy application and of its one deployment group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9._+=,@-]{1,100}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 100 letters, digits or one of . _ + = , @ -."
  }
}

variable "role_name" {
  description = "Name of the role by which CodeDeploy moves the traffic."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "role_name \"${var.role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) of what is deployed."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region of what is deployed."
  type        = string
  nullable    = false
}

variable "function" {
  description = "Lambda function to deploy: its name, its newest published version, and the alias that callers use. Null where a service is deployed."
  type = object({
    name    = string
    version = string
    alias   = optional(string, "live")
  })
  default = null

  validation {
    condition     = (var.function == null) != (var.service == null)
    error_message = "Give exactly one of function and service; each has a CodeDeploy application of its own."
  }
}

variable "traffic_shift" {
  description = "Function only: how the traffic moves to the new version, as CodeDeploy names it: LambdaCanary10Percent<5|10|15|30>Minutes, LambdaLinear10PercentEvery<1|2|3|10>Minute(s), or LambdaAllAtOnce."
  type        = string
  default     = "LambdaCanary10Percent5Minutes"
  nullable    = false

  validation {
    condition = contains([
      "LambdaCanary10Percent5Minutes", "LambdaCanary10Percent10Minutes", "LambdaCanary10Percent15Minutes", "LambdaCanary10Percent30Minutes",
      "LambdaLinear10PercentEvery1Minute", "LambdaLinear10PercentEvery2Minutes", "LambdaLinear10PercentEvery3Minutes", "LambdaLinear10PercentEvery10Minutes",
      "LambdaAllAtOnce",
    ], var.traffic_shift)
    error_message = "traffic_shift \"${var.traffic_shift}\" must be LambdaCanary10Percent5Minutes (or 10, 15, 30), LambdaLinear10PercentEvery1Minute (or 2Minutes, 3Minutes, 10Minutes), or LambdaAllAtOnce."
  }
}

variable "alarm_names" {
  description = "Alarms that stop a deployment and take the traffic back, at most 10."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.alarm_names) >= 1 && length(var.alarm_names) <= 10
    error_message = "alarm_names holds ${length(var.alarm_names)}; give 1 to 10, or nothing would take a bad version back."
  }
}

variable "topic_arn" {
  description = "ARN of the SNS topic that is told of deployments that fail, are stopped or are taken back."
  type        = string
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role; null for none."
  type        = string
  default     = null
}
