variable "execution_role_name" {
  description = "Name of the role by which Fargate pulls the image and writes the log."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.execution_role_name))
    error_message = "execution_role_name \"${var.execution_role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}

variable "task_role_name" {
  description = "Name of the role that the program in the container has."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.task_role_name)) && var.task_role_name != var.execution_role_name
    error_message = "task_role_name \"${var.task_role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -, and another name than execution_role_name: the two roles are kept apart."
  }
}

variable "policy_documents" {
  description = "IAM policies (JSON) with what the program may do; word for the policy's name => document."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of both roles; null for none."
  type        = string
  default     = null
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
