variable "model_name" {
  description = "Beginning of the model's name; a fingerprint of its image and artifact follows."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$", var.model_name)) && length(var.model_name) <= 54
    error_message = "model_name \"${var.model_name}\" must be 1 to 54 letters, digits and hyphens, without a hyphen at its ends: SageMaker takes 63, of which 9 are the fingerprint's."
  }
}

variable "configuration_name" {
  description = "Beginning of the name of the endpoint's configuration; a fingerprint of what it is set to follows."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$", var.configuration_name)) && length(var.configuration_name) <= 54
    error_message = "configuration_name \"${var.configuration_name}\" must be 1 to 54 letters, digits and hyphens, without a hyphen at its ends: SageMaker takes 63, of which 9 are the fingerprint's."
  }
}

variable "endpoint_name" {
  description = "Name of the endpoint, by which it is called. A change replaces it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?$", var.endpoint_name)) && length(var.endpoint_name) <= 63
    error_message = "endpoint_name \"${var.endpoint_name}\" must be 1 to 63 letters, digits and hyphens, without a hyphen at its ends."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) the endpoint is in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region the endpoint is in; the prebuilt image comes from the same."
  type        = string
  nullable    = false
}

variable "prebuilt_image" {
  description = "Image of AWS that serves the model: repository and tag."
  type        = object({ repository = string, tag = string })
  default     = { repository = "sagemaker-xgboost", tag = "1.7-1" }
  nullable    = false
}

variable "model_data_url" {
  description = "Artifact of the model, s3://<bucket>/<key>, a gzipped tar file. Give each model a key of its own: what lies under an old key is not looked at again."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^s3://[a-z0-9][a-z0-9.-]+/.+\\.tar\\.gz$", var.model_data_url))
    error_message = "model_data_url \"${var.model_data_url}\" must be s3://<bucket>/<key> with a key that ends in .tar.gz."
  }
}

variable "data_bucket_arn" {
  description = "ARN of the bucket the artifact is in; the endpoint may read this bucket only."
  type        = string
  nullable    = false
}

variable "environment_variables" {
  description = "Environment variables of the container. No secrets: everyone who may describe the model reads them."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "execution_role_name" {
  description = "Name of the endpoint's own role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{1,64}$", var.execution_role_name))
    error_message = "execution_role_name \"${var.execution_role_name}\" must be 1 to 64 letters, digits or one of + = , . @ _ -."
  }
}
