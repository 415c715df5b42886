variable "name" {
  description = "Name of the ECR repository."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$", var.name)) && length(var.name) >= 2 && length(var.name) <= 256
    error_message = "name \"${var.name}\" must be 2 to 256 lowercase letters and digits, words joined by one of . _ - /."
  }
}

variable "immutable_tags" {
  description = "Whether a pushed tag can never point to another image."
  type        = bool
  default     = true
  nullable    = false
}

variable "image_retention_count" {
  description = "How many images stay; the oldest beyond it are deleted. Keep more than you may want to roll back to."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.image_retention_count >= 1 && var.image_retention_count <= 1000 && floor(var.image_retention_count) == var.image_retention_count
    error_message = "image_retention_count must be a whole number from 1 to 1000."
  }
}

variable "untagged_expiration_days" {
  description = "Days after which images that lost their tag to a newer one are deleted."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.untagged_expiration_days >= 1 && floor(var.untagged_expiration_days) == var.untagged_expiration_days
    error_message = "untagged_expiration_days must be a whole number of at least 1 day."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the images; null encrypts with AES256. ECR fixes this at creation: a change replaces the repository and its images."
  type        = string
  default     = null
}

variable "force_delete" {
  description = "Whether terraform destroy may delete the repository while images are in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "lambda_function_arns" {
  description = "ARNs of the Lambda functions that run images of this repository; Lambda may pull for these only."
  type        = list(string)
  default     = []
  nullable    = false
}
