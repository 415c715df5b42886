variable "name" {
  description = "Name of the table or of the database instance."
  type        = string
  nullable    = false

  validation {
    condition     = var.engine != "postgres" || (can(regex("^[a-z][a-z0-9-]{0,62}$", var.name)) && !strcontains(var.name, "--") && !endswith(var.name, "-"))
    error_message = "name \"${var.name}\" must be 1 to 63 lowercase letters, digits and single hyphens, begin with a letter and not end with a hyphen, as RDS takes it."
  }

  validation {
    condition     = var.engine != "dynamodb" || can(regex("^[a-zA-Z0-9_.-]{3,255}$", var.name))
    error_message = "name \"${var.name}\" must be 3 to 255 letters, digits, dots, hyphens or underscores, as DynamoDB takes it."
  }
}

variable "account_id" {
  description = "AWS account id (12 digits) the database is in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region the database is in."
  type        = string
  nullable    = false
}

variable "engine" {
  description = "dynamodb (a table paid by the request, without a network) or postgres (an RDS instance paid by the hour, inside a network)."
  type        = string
  default     = "dynamodb"
  nullable    = false

  validation {
    condition     = contains(["dynamodb", "postgres"], var.engine)
    error_message = "engine \"${var.engine}\" must be dynamodb or postgres."
  }

  validation {
    condition     = (var.engine == "postgres") == (var.postgres != null)
    error_message = "engine \"${var.engine}\": postgres needs the settings in postgres (network, subnets, size), and dynamodb takes none of them."
  }
}

variable "backup_retention_days" {
  description = "Days back to which any second can be restored."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "backup_retention_days is ${var.backup_retention_days}; both engines take whole numbers from 1 to 35. For longer, use the module backups."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the database until this is switched off."
  type        = bool
  default     = true
  nullable    = false
}

variable "keep_last_copy" {
  description = "Whether a deleted PostgreSQL instance leaves a last snapshot and its automated backups behind."
  type        = bool
  default     = true
  nullable    = false
}

variable "kms_key_arn" {
  description = "Customer managed key for the data, the logs and the master password; null leaves keys of AWS. Whoever reads the table then needs kms:Decrypt on it."
  type        = string
  default     = null
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the monitoring role; null for none."
  type        = string
  default     = null
}
