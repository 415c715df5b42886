locals {
  table_metrics = {
    throttled = {
      metric_name = "ThrottledRequests"
      description = "refused requests for want of capacity"
      advice      = "Spread the keys, or ask AWS for a higher quota of the table."
    }
    faults = {
      metric_name = "SystemErrors"
      description = "answered with errors of DynamoDB's own"
      advice      = "Programs should try again with pauses; look at the AWS Health Dashboard if it lasts."
    }
  }

  table_alarms = merge([
    for word, table in var.tables : {
      for metric, m in local.table_metrics : "${word}-${metric}" => {
        description        = "The table ${table.table_name} ${m.description} within 5 minutes. ${m.advice}"
        namespace          = "AWS/DynamoDB"
        metric_name        = m.metric_name
        dimensions         = { TableName = table.table_name }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = table.count
      }
    }
  ]...)

  instance_alarms = merge([
    for word, instance in var.database_instances : {
      "${word}-cpu" = {
        description        = "The database ${instance.identifier} used ${instance.cpu_percent} % of its processors or more for 15 minutes. Look into its slow queries, or give it a larger instance_class."
        namespace          = "AWS/RDS"
        metric_name        = "CPUUtilization"
        dimensions         = { DBInstanceIdentifier = instance.identifier }
        statistic          = "Average"
        extended_statistic = null
        evaluation_periods = 3
        threshold          = instance.cpu_percent
      }
      "${word}-connections" = {
        description        = "The database ${instance.identifier} had ${instance.connection_count} connections or more for 15 minutes. Let programs share connections before it refuses new ones."
        namespace          = "AWS/RDS"
        metric_name        = "DatabaseConnections"
        dimensions         = { DBInstanceIdentifier = instance.identifier }
        statistic          = "Maximum"
        extended_statistic = null
        evaluation_periods = 3
        threshold          = instance.connection_count
      }
      # Here less is worse, and an instance that reports nothing is stopped or gone.
      "${word}-storage" = {
        description         = "The database ${instance.identifier} has ${instance.free_storage_gib} GiB of disk left or less, or does not report any more. Raise max_storage_gib, or delete what is not needed."
        namespace           = "AWS/RDS"
        metric_name         = "FreeStorageSpace"
        dimensions          = { DBInstanceIdentifier = instance.identifier }
        statistic           = "Minimum"
        extended_statistic  = null
        evaluation_periods  = 3
        threshold           = instance.free_storage_gib * 1024 * 1024 * 1024
        comparison_operator = "LessThanOrEqualToThreshold"
        treat_missing_data  = "breaching"
      }
    }
  ]...)
}
