locals {
  rest_api_charts = flatten([
    for api in var.rest_apis : [
      {
        title = "${api.api_name}: requests and errors"
        metrics = [
          ["AWS/ApiGateway", "Count", "ApiName", api.api_name, "Stage", api.stage_name, { stat = "Sum" }],
          ["AWS/ApiGateway", "4XXError", "ApiName", api.api_name, "Stage", api.stage_name, { stat = "Sum" }],
          ["AWS/ApiGateway", "5XXError", "ApiName", api.api_name, "Stage", api.stage_name, { stat = "Sum" }],
        ]
      },
      {
        title = "${api.api_name}: latency in ms"
        metrics = [
          ["AWS/ApiGateway", "Latency", "ApiName", api.api_name, "Stage", api.stage_name, { stat = "p50" }],
          ["AWS/ApiGateway", "Latency", "ApiName", api.api_name, "Stage", api.stage_name, { stat = "p95" }],
        ]
      },
    ]
  ])

  function_charts = flatten([
    for name in var.function_names : [
      {
        title = "${name}: invocations, errors, throttles"
        metrics = [
          ["AWS/Lambda", "Invocations", "FunctionName", name, { stat = "Sum" }],
          ["AWS/Lambda", "Errors", "FunctionName", name, { stat = "Sum" }],
          ["AWS/Lambda", "Throttles", "FunctionName", name, { stat = "Sum" }],
        ]
      },
      {
        title = "${name}: duration in ms and concurrency"
        metrics = [
          ["AWS/Lambda", "Duration", "FunctionName", name, { stat = "p95" }],
          ["AWS/Lambda", "ConcurrentExecutions", "FunctionName", name, { stat = "Maximum" }],
        ]
      },
    ]
  ])

  service_charts = flatten([
    for service in var.services : [
      {
        title = "${service.service_name}: processors and memory in %"
        metrics = [
          ["AWS/ECS", "CPUUtilization", "ClusterName", service.cluster_name, "ServiceName", service.service_name, { stat = "Average" }],
          ["AWS/ECS", "MemoryUtilization", "ClusterName", service.cluster_name, "ServiceName", service.service_name, { stat = "Average" }],
        ]
      },
      {
        title = "${service.service_name}: tasks wanted and running"
        metrics = [
          ["ECS/ContainerInsights", "DesiredTaskCount", "ClusterName", service.cluster_name, "ServiceName", service.service_name, { stat = "Average" }],
          ["ECS/ContainerInsights", "RunningTaskCount", "ClusterName", service.cluster_name, "ServiceName", service.service_name, { stat = "Average" }],
        ]
      },
    ]
  ])

  table_charts = [
    for name in var.table_names : {
      title = "${name}: capacity used and requests throttled"
      metrics = [
        ["AWS/DynamoDB", "ConsumedReadCapacityUnits", "TableName", name, { stat = "Sum" }],
        ["AWS/DynamoDB", "ConsumedWriteCapacityUnits", "TableName", name, { stat = "Sum" }],
        ["AWS/DynamoDB", "ThrottledRequests", "TableName", name, { stat = "Sum" }],
      ]
    }
  ]

  instance_charts = flatten([
    for identifier in var.database_instance_identifiers : [
      {
        title = "${identifier}: processors in %, connections"
        metrics = [
          ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", identifier, { stat = "Average" }],
          ["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", identifier, { stat = "Maximum" }],
        ]
      },
      {
        title   = "${identifier}: free disk in bytes"
        metrics = [["AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", identifier, { stat = "Minimum" }]]
      },
    ]
  ])

  metric_charts = concat(local.rest_api_charts, local.function_charts, local.service_charts, local.table_charts, local.instance_charts)
}
