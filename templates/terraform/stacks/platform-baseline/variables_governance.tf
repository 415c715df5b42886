variable "audit_trail" {
  description = "Whether CloudTrail records every change in the account, in all regions. The first trail of an account is free; where one is there already, switch this off."
  type        = bool
  default     = true
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

variable "audit_model_access" {
  description = "Whether the trail also records who reads and writes models, at 0.10 USD per 100,000 events."
  type        = bool
  default     = false
  nullable    = false
}

variable "dashboard" {
  description = "Whether a dashboard shows alarms, API, serving, database and the errors of all logs (3 USD a month beyond the account's third)."
  type        = bool
  default     = true
  nullable    = false
}

variable "blue_green" {
  description = "Whether CodeDeploy brings new versions into service beside the old one, and takes them back when alarms are raised. With serving = \"ecs\", a change replaces the service."
  type        = bool
  default     = false
  nullable    = false
}

variable "traffic_shift" {
  description = "With blue_green and serving = \"lambda\": how calls move to the new version, such as LambdaCanary10Percent5Minutes, LambdaLinear10PercentEvery1Minute or LambdaAllAtOnce."
  type        = string
  default     = "LambdaCanary10Percent5Minutes"
  nullable    = false
}

variable "bake_minutes" {
  description = "With blue_green and serving = \"ecs\": minutes the old tasks stay after the calls have moved, in which an alarm brings them back."
  type        = number
  default     = 15
  nullable    = false

  validation {
    condition     = var.bake_minutes >= 0 && var.bake_minutes <= 2880 && floor(var.bake_minutes) == var.bake_minutes
    error_message = "bake_minutes is ${var.bake_minutes}; CodeDeploy takes whole numbers from 0 to 2880."
  }
}

variable "ebs_encryption" {
  description = "Whether new EC2 volumes are encrypted in this whole account and region; for accounts in which EC2 is used. One root per account and region may have it on."
  type        = bool
  default     = false
  nullable    = false
}
