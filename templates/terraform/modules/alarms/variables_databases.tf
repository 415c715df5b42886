variable "tables" {
  description = "DynamoDB tables to watch: word for the alarm's name => table name, and how many throttled requests or faults in 5 minutes are too many."
  type = map(object({
    table_name = string
    count      = optional(number, 1)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for table in values(var.tables) : table.count >= 1])
    error_message = "tables: count must be at least 1."
  }
}

variable "database_instances" {
  description = "RDS instances to watch: word for the alarm's name => identifier, share of processors and number of connections that are too much, and GiB of free disk that are too little."
  type = map(object({
    identifier       = string
    cpu_percent      = optional(number, 80)
    connection_count = optional(number, 80)
    free_storage_gib = optional(number, 2)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for instance in values(var.database_instances) : instance.cpu_percent > 0 && instance.cpu_percent <= 100 && instance.connection_count >= 1 && instance.free_storage_gib > 0])
    error_message = "database_instances: cpu_percent must be above 0 and at most 100, connection_count at least 1, free_storage_gib above 0."
  }

  validation {
    condition     = length(setintersection(keys(var.database_instances), concat(keys(var.services), keys(var.tables)))) == 0
    error_message = "database_instances shares the word ${join(", ", setintersection(keys(var.database_instances), concat(keys(var.services), keys(var.tables))))} with services or tables; give each its own, so that their alarms can be told apart."
  }
}

variable "private_target_groups" {
  description = "Target groups of network load balancers to watch: word for the alarm's name => both as CloudWatch names them (the ends of their ARNs)."
  type = map(object({
    load_balancer = string
    target_group  = string
  }))
  default  = {}
  nullable = false
}
