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
  description = "Environment: dev or prod. Decides what must be strict: CORS, image tags, tasks that are not on Spot."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment \"${var.environment}\" must be dev or prod."
  }
}

variable "team" {
  description = "Team that owns the repository; first word of every name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.team)) && length(var.team) <= 63
    error_message = "team \"${var.team}\" must start with a lowercase letter, hold only lowercase letters, digits and hyphens, and be at most 63 characters long."
  }
}

variable "name" {
  description = "Second word of every name: the catalog entity's name, and -foundation."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.name)) && length(var.name) <= 63
    error_message = "name \"${var.name}\" must start with a lowercase letter, hold only lowercase letters, digits and hyphens, and be at most 63 characters long."
  }
}

variable "entity_ref" {
  description = "Catalog entity that all stacks belong to, such as component:default/<name>; every resource carries it as a tag."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+:[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.entity_ref)) && length(var.entity_ref) <= 256
    error_message = "entity_ref \"${var.entity_ref}\" must be a full entity reference such as component:default/my-predictor."
  }
}

variable "owner" {
  description = "Catalog entity that owns the repository, such as group:default/<team>; shown in descriptions."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+:[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.owner)) && length(var.owner) <= 140
    error_message = "owner \"${var.owner}\" must be a full entity reference of at most 140 characters, such as group:default/my-team."
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

variable "permissions_boundary_arn" {
  description = "IAM policy that bounds every role made here; null where the account asks for none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null ? true : can(regex("^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/.+$", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy (arn:aws:iam::<account>:policy/<name>) or null."
  }
}

variable "customer_managed_key" {
  description = "Whether records, logs, audit trail and alerts are encrypted with a key of their own (1 USD a month)."
  type        = bool
  default     = false
  nullable    = false
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the buckets while something is in them, and the table."
  type        = bool
  default     = false
  nullable    = false
}
