variable "memory_mb" {
  description = "Memory of the serverless endpoint in MB: 1024, 2048, 3072, 4096, 5120 or 6144; processors grow with it."
  type        = number
  default     = 2048
  nullable    = false

  validation {
    condition     = contains([1024, 2048, 3072, 4096, 5120, 6144], var.memory_mb)
    error_message = "memory_mb is ${var.memory_mb}; a serverless endpoint takes 1024, 2048, 3072, 4096, 5120 or 6144."
  }
}

variable "max_concurrency" {
  description = "Most requests at the same moment, 1 to 200; what is beyond is refused with ThrottlingException."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.max_concurrency >= 1 && var.max_concurrency <= 200 && floor(var.max_concurrency) == var.max_concurrency
    error_message = "max_concurrency is ${var.max_concurrency}; a serverless endpoint takes whole numbers from 1 to 200."
  }
}

variable "provisioned_concurrency" {
  description = "How many requests are answered without a cold start, paid by the hour also while there are none; null for none."
  type        = number
  default     = null

  validation {
    condition     = var.provisioned_concurrency == null ? true : var.provisioned_concurrency >= 1 && var.provisioned_concurrency <= var.max_concurrency && floor(var.provisioned_concurrency) == var.provisioned_concurrency
    error_message = "provisioned_concurrency must be a whole number from 1 to max_concurrency (${var.max_concurrency}), or null for none."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role; null for none."
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

variable "kms_key_arn" {
  description = "Customer managed key for the endpoint's disk and log, and for the artifact's bucket; null leaves the keys of AWS."
  type        = string
  default     = null
}
