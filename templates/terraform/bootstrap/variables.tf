variable "account_id" {
  description = "AWS account id (12 digits) that everything is created in; credentials of another account are refused."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string (leading zeros count)."
  }
}

variable "region" {
  description = "AWS region that everything is created in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region \"${var.region}\" must be the code of an AWS region such as eu-central-1."
  }
}

variable "environment" {
  description = "Environment whose state the bucket holds: dev or prod."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment \"${var.environment}\" must be dev or prod."
  }
}

variable "team" {
  description = "Team that owns the state."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.team)) && length(var.team) <= 63
    error_message = "team \"${var.team}\" must start with a lowercase letter, hold only lowercase letters, digits and hyphens, and be at most 63 characters long."
  }
}

variable "name" {
  description = "Name of what the repository builds, the same as the catalog entity's."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.name)) && length(var.name) <= 63
    error_message = "name \"${var.name}\" must start with a lowercase letter, hold only lowercase letters, digits and hyphens, and be at most 63 characters long."
  }
}

variable "entity_ref" {
  description = "Catalog entity the state belongs to, such as component:default/<name>; the bucket carries it as a tag."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+:[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.entity_ref)) && length(var.entity_ref) <= 256
    error_message = "entity_ref \"${var.entity_ref}\" must be a full entity reference such as component:default/my-api."
  }
}

variable "template_version" {
  description = "Version of the template these files came from."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+([+-][0-9A-Za-z.+-]+)?$", var.template_version)) && length(var.template_version) <= 256
    error_message = "template_version \"${var.template_version}\" must be a version such as 1.4.0."
  }
}

variable "state_bucket_name" {
  description = "Name of the state bucket, unique in the whole world."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.state_bucket_name))
    error_message = "state_bucket_name \"${var.state_bucket_name}\" must be 3 to 63 lowercase letters, digits and hyphens, and begin and end with a letter or digit."
  }
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the bucket while state is in it. Leave false: without its state, Terraform no longer knows what it built."
  type        = bool
  default     = false
  nullable    = false
}
