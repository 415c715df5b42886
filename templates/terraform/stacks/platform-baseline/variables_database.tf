variable "database_engine" {
  description = "Where records are kept: dynamodb (a table paid by the request) or postgres (an RDS instance paid by the hour, in a network). A change makes the other one and deletes this one with its records."
  type        = string
  default     = "dynamodb"
  nullable    = false

  validation {
    condition     = contains(["dynamodb", "postgres"], var.database_engine)
    error_message = "database_engine \"${var.database_engine}\" must be dynamodb or postgres."
  }
}

variable "postgres" {
  description = "With database_engine = \"postgres\": version, size, disk and how far it may grow (GiB), a second instance in another zone, name of the first database, milliseconds from which a query is logged, and whether changes are applied at once instead of in the maintenance window."
  type = object({
    engine_version    = optional(string, "17.4")
    instance_class    = optional(string, "db.t4g.micro")
    storage_gib       = optional(number, 20)
    max_storage_gib   = optional(number, 100)
    multi_az          = optional(bool, false)
    database_name     = optional(string, "platform")
    slow_query_ms     = optional(number, 1000)
    apply_immediately = optional(bool, false)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.postgres.instance_class)) && can(regex("^[0-9]{2}(\\.[0-9]+)?$", var.postgres.engine_version)) && var.postgres.storage_gib >= 20 && var.postgres.max_storage_gib > var.postgres.storage_gib
    error_message = "postgres: instance_class is written as db.t4g.micro, engine_version as 17.4, storage_gib is at least 20 and max_storage_gib above it."
  }
}

variable "backup_retention_days" {
  description = "Days back to which any second of the database can be restored."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "backup_retention_days is ${var.backup_retention_days}; give a whole number from 1 to 35. For longer, switch on backups."
  }

  validation {
    condition     = var.environment != "prod" || var.backup_retention_days >= 7
    error_message = "backup_retention_days is ${var.backup_retention_days}; prod needs at least 7, so that a fault that happened before a weekend can be undone."
  }
}

variable "backups" {
  description = "Whether AWS Backup copies the database by a plan of its own, into a vault that outlives the database."
  type        = bool
  default     = false
  nullable    = false
}

variable "backup_rules" {
  description = "With backups: when copies are made (cron in UTC) and how many days they stay."
  type        = map(object({ schedule = string, retention_days = number }))
  nullable    = false

  default = {
    daily   = { schedule = "cron(0 1 ? * * *)", retention_days = 35 }
    monthly = { schedule = "cron(0 1 1 * ? *)", retention_days = 365 }
  }

  validation {
    condition     = length(var.backup_rules) > 0 && alltrue([for rule in values(var.backup_rules) : can(regex("^cron\\(.+\\)$", rule.schedule)) && rule.retention_days >= 1])
    error_message = "backup_rules: every rule needs a schedule such as cron(0 1 ? * * *) and at least 1 day; got ${jsonencode(var.backup_rules)}."
  }
}
