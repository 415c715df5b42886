variable "postgres" {
  description = "PostgreSQL only: network (vpc_id, subnets as zone => addresses, at least two zones, security_group_ids), version, size, second instance in another zone (multi_az), first database, slowest query that is not logged (slow_query_ms), days of logs, and the monitoring role's name."
  type = object({
    vpc_id               = string
    subnets              = map(string)
    security_group_ids   = list(string)
    monitoring_role_name = string
    engine_version       = optional(string, "17.4")
    instance_class       = optional(string, "db.t4g.micro")
    storage_gib          = optional(number, 20)
    max_storage_gib      = optional(number, 100)
    multi_az             = optional(bool, false)
    database_name        = optional(string, "platform")
    slow_query_ms        = optional(number, 1000)
    log_retention_days   = optional(number, 30)
    apply_immediately    = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.postgres == null ? true : length(var.postgres.subnets) >= 2 && length(var.postgres.security_group_ids) >= 1
    error_message = "postgres: RDS needs subnets in at least two zones, and the instance at least one security group."
  }

  validation {
    condition     = var.postgres == null ? true : can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.postgres.instance_class)) && can(regex("^[0-9]{2}(\\.[0-9]+)?$", var.postgres.engine_version))
    error_message = "postgres: instance_class is written as db.t4g.micro, engine_version as 17.4 or 17."
  }

  validation {
    condition     = var.postgres == null ? true : var.postgres.storage_gib >= 20 && var.postgres.max_storage_gib > var.postgres.storage_gib && var.postgres.max_storage_gib <= 65536
    error_message = "postgres: storage_gib must be at least 20, and max_storage_gib above it (up to 65536), so that a full disk grows instead of stopping the database."
  }

  validation {
    condition     = var.postgres == null ? true : can(regex("^[a-z][a-z0-9_]{0,62}$", var.postgres.database_name)) && !contains(["postgres", "rdsadmin", "template0", "template1"], var.postgres.database_name)
    error_message = "postgres: database_name must be 1 to 63 lowercase letters, digits or underscores, begin with a letter, and not be one of PostgreSQL's own (postgres, rdsadmin, template0, template1)."
  }

  validation {
    condition     = var.postgres == null ? true : contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.postgres.log_retention_days)
    error_message = "postgres: log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}
