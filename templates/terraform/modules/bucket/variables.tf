variable "name" {
  description = "Name of the bucket, unique in the whole world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "name \"${var.name}\" must be 3 to 63 lowercase letters, digits and hyphens, and begin and end with a letter or digit (a dot would break TLS)."
  }
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the bucket while objects are in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "kms_key_arn" {
  description = "Customer managed key for new objects; null encrypts with S3's own keys (AES256)."
  type        = string
  default     = null
}

variable "versioning" {
  description = "Whether overwritten and deleted objects stay as noncurrent versions."
  type        = bool
  default     = true
  nullable    = false
}

variable "expiration_days" {
  description = "Days after which objects are deleted; null keeps them."
  type        = number
  default     = null

  validation {
    condition     = var.expiration_days == null ? true : var.expiration_days >= 1 && floor(var.expiration_days) == var.expiration_days
    error_message = "expiration_days must be a whole number of at least 1 day, or null to keep objects."
  }
}

variable "noncurrent_expiration_days" {
  description = "Days after which noncurrent versions are deleted, in a versioned bucket; null keeps them."
  type        = number
  default     = 30

  validation {
    condition     = var.noncurrent_expiration_days == null ? true : var.noncurrent_expiration_days >= 1 && floor(var.noncurrent_expiration_days) == var.noncurrent_expiration_days
    error_message = "noncurrent_expiration_days must be a whole number of at least 1 day, or null to keep versions."
  }
}

variable "abort_upload_days" {
  description = "Days after which the parts of an upload that never finished are deleted; they cost storage and are not listed."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.abort_upload_days >= 1 && floor(var.abort_upload_days) == var.abort_upload_days
    error_message = "abort_upload_days must be a whole number of at least 1 day."
  }
}

variable "expiration_rules" {
  description = "Further expiries: name of the rule => prefix and days. Where prefixes overlap, S3 applies the shortest."
  type        = map(object({ prefix = string, days = number }))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for rule in values(var.expiration_rules) : length(rule.prefix) > 0 && rule.days >= 1])
    error_message = "expiration_rules: every rule needs a prefix that is not empty and at least 1 day; for the whole bucket use expiration_days."
  }
}

variable "cors" {
  description = "What browsers may do with presigned URLs of this bucket; null allows no browser access."
  type = object({
    allowed_origins = list(string)
    allowed_methods = list(string)
    allowed_headers = optional(list(string), ["content-type"])
    expose_headers  = optional(list(string), ["ETag"])
    max_age_seconds = optional(number, 3600)
  })
  default = null

  validation {
    condition     = var.cors == null ? true : length(var.cors.allowed_origins) > 0 && length(var.cors.allowed_methods) > 0
    error_message = "cors needs at least one origin and one method; use null where no browser needs the bucket."
  }
}

variable "access_log_bucket" {
  description = "Name of the bucket that receives the access log of this one; null writes none."
  type        = string
  default     = null
}

variable "receive_access_logs_of" {
  description = "Account id whose buckets may write their access logs into this one; null for a bucket that is not a log bucket."
  type        = string
  default     = null

  validation {
    condition     = var.receive_access_logs_of == null ? true : can(regex("^[0-9]{12}$", var.receive_access_logs_of))
    error_message = "receive_access_logs_of must be the 12 digits of an AWS account, written as a string, or null."
  }

  validation {
    condition     = var.receive_access_logs_of == null || var.access_log_bucket == null
    error_message = "A bucket that receives access logs must not write its own into another (access_log_bucket): the two would log each other for ever."
  }
}

variable "read_by_distribution_arns" {
  description = "ARNs of the CloudFront distributions that serve the bucket's objects; nobody else can read them by it."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "receive_trail" {
  description = "CloudTrail trail that may write its logs into this bucket: its ARN, and the account it records; null for none."
  type        = object({ trail_arn = string, account_id = string })
  default     = null

  validation {
    condition     = var.receive_trail == null ? true : can(regex("^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:[0-9]{12}:trail/.+$", var.receive_trail.trail_arn)) && can(regex("^[0-9]{12}$", var.receive_trail.account_id))
    error_message = "receive_trail needs trail_arn (arn:aws:cloudtrail:<region>:<account>:trail/<name>) and account_id (12 digits)."
  }
}

variable "receive_load_balancer_logs_of" {
  description = "Account id whose load balancers may write their access logs into this bucket, which must not have a key of its own; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.receive_load_balancer_logs_of == null ? true : can(regex("^[0-9]{12}$", var.receive_load_balancer_logs_of))
    error_message = "receive_load_balancer_logs_of must be the 12 digits of an AWS account, written as a string, or null."
  }

  validation {
    condition     = var.receive_load_balancer_logs_of == null ? true : var.kms_key_arn == null
    error_message = "receive_load_balancer_logs_of: load balancers write into buckets with S3's own keys only; leave kms_key_arn null."
  }
}
