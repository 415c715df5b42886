variable "name" {
  description = "Name of the trail."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9][a-zA-Z0-9._-]{1,126}[a-zA-Z0-9]$", var.name))
    error_message = "name \"${var.name}\" must be 3 to 128 letters, digits, dots, hyphens or underscores, and begin and end with a letter or digit."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) whose events are recorded."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "Home region of the trail; it records every region."
  type        = string
  nullable    = false
}

variable "bucket_name" {
  description = "Bucket the trail writes to; its policy must let this trail in (receive_trail of module bucket)."
  type        = string
  nullable    = false
}

variable "kms_key_arn" {
  description = "Customer managed key for the log files and the log group; its policy must let this trail use it (trail_arns of module encryption-key). Null leaves the keys of AWS."
  type        = string
  default     = null
}

variable "log_group" {
  description = "Whether the events also go to CloudWatch Logs, where they can be searched and alarms can be set: days they are kept there, and the name of the role that writes them; null keeps them in the bucket only."
  type        = object({ retention_days = number, role_name = string })
  default     = null

  validation {
    condition     = var.log_group == null ? true : contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_group.retention_days) && can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.log_group.role_name))
    error_message = "log_group: retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653, and role_name 1 to 64 letters, digits or + = , . @ _ -."
  }
}

variable "data_event_bucket_arns" {
  description = "Buckets of which every reading and writing of an object is recorded too, at 0.10 USD per 100,000 events."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.data_event_bucket_arns : can(regex("^arn:aws[a-z-]*:s3:::[a-z0-9.-]+$", arn))])
    error_message = "data_event_bucket_arns: ${join(", ", var.data_event_bucket_arns)} - every entry must be the ARN of a bucket, such as arn:aws:s3:::models."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role that writes the log group; null for none."
  type        = string
  default     = null
}
