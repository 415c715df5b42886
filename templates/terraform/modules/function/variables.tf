variable "name" {
  description = "Name of the function."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,64}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 64 letters, digits, hyphens or underscores."
  }
}

variable "description" {
  description = "What the function does, as shown in the console."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = length(var.description) <= 256
    error_message = "description has ${length(var.description)} characters; Lambda takes at most 256."
  }
}

variable "role_name" {
  description = "Name of the function's own role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "role_name \"${var.role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) the function runs in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region the function runs in."
  type        = string
  nullable    = false
}

variable "image_uri" {
  description = "Container image in ECR, by digest (repository@sha256:...) or by tag."
  type        = string
  nullable    = false
}

variable "architecture" {
  description = "Processor the image was built for: x86_64 or arm64."
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture \"${var.architecture}\" must be x86_64 or arm64."
  }
}

variable "memory_mb" {
  description = "Memory in MB; the share of processors grows with it."
  type        = number
  default     = 1024
  nullable    = false

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240 && floor(var.memory_mb) == var.memory_mb
    error_message = "memory_mb is ${var.memory_mb}; Lambda takes whole numbers from 128 to 10240."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which an invocation is ended."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 900 && floor(var.timeout_seconds) == var.timeout_seconds
    error_message = "timeout_seconds is ${var.timeout_seconds}; Lambda takes whole numbers from 1 to 900."
  }
}

variable "ephemeral_storage_mb" {
  description = "Size of /tmp in MB."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.ephemeral_storage_mb >= 512 && var.ephemeral_storage_mb <= 10240 && floor(var.ephemeral_storage_mb) == var.ephemeral_storage_mb
    error_message = "ephemeral_storage_mb is ${var.ephemeral_storage_mb}; Lambda takes whole numbers from 512 to 10240."
  }
}

variable "reserved_concurrency" {
  description = "How many invocations may run at once, taken out of the account's limit; 0 stops the function, null shares the account's limit."
  type        = number
  default     = null

  validation {
    condition     = var.reserved_concurrency == null ? true : var.reserved_concurrency >= 0 && floor(var.reserved_concurrency) == var.reserved_concurrency
    error_message = "reserved_concurrency must be a whole number of at least 0, or null for no reservation."
  }
}

variable "environment_variables" {
  description = "Environment variables of the function. No secrets: everyone who may read the function's configuration reads them."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.environment_variables) : can(regex("^[a-zA-Z][a-zA-Z0-9_]+$", key)) && !startswith(key, "AWS_")])
    error_message = "environment_variables: names begin with a letter, hold letters, digits and underscores, and do not begin with AWS_, which Lambda keeps for itself."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the environment variables and the log group; null leaves the keys of AWS."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days the log is kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "policy_documents" {
  description = "IAM policies (JSON) with what this function may do beyond writing its log and traces; word for the policy's name => document."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role; null for none."
  type        = string
  default     = null
}

variable "invokes_itself" {
  description = "Whether the function may start itself, for work that goes on after the answer."
  type        = bool
  default     = false
  nullable    = false
}

variable "async" {
  description = "How Lambda handles asynchronous invocations: retries after a failure, and how long an event may wait."
  type = object({
    retries               = optional(number, 1)
    max_event_age_seconds = optional(number, 21600)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains([0, 1, 2], var.async.retries) && var.async.max_event_age_seconds >= 60 && var.async.max_event_age_seconds <= 21600
    error_message = "async: retries must be 0, 1 or 2, and max_event_age_seconds 60 to 21600."
  }
}

variable "failure_topic_arn" {
  description = "ARN of the SNS topic that receives every asynchronous invocation that failed for good."
  type        = string
  nullable    = false
}
