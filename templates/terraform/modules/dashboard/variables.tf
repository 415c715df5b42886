variable "name" {
  description = "Name of the dashboard."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,255}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 255 letters, digits, hyphens or underscores."
  }
}

variable "region" {
  description = "AWS region of what is shown."
  type        = string
  nullable    = false
}

variable "alarm_arns" {
  description = "Alarms shown on top, at most 100."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.alarm_arns) <= 100
    error_message = "alarm_arns holds ${length(var.alarm_arns)}; a widget shows 100."
  }
}

variable "rest_apis" {
  description = "REST APIs to show: name and stage."
  type        = list(object({ api_name = string, stage_name = string }))
  default     = []
  nullable    = false
}

variable "function_names" {
  description = "Lambda functions to show."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "services" {
  description = "ECS services to show: cluster and name."
  type        = list(object({ cluster_name = string, service_name = string }))
  default     = []
  nullable    = false
}

variable "table_names" {
  description = "DynamoDB tables to show."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "database_instance_identifiers" {
  description = "RDS instances to show."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "log_group_names" {
  description = "Log groups whose errors are listed together at the bottom, at most 50."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.log_group_names) <= 50
    error_message = "log_group_names holds ${length(var.log_group_names)}; one search reads 50 log groups."
  }
}
