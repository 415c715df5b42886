locals {
  http_api_alarms = merge([
    for word, api in var.http_apis : {
      "${word}-5xx" = {
        description        = "${api.api_name} answered ${api.server_error_count} or more requests with 5xx in 5 minutes. Look into the API's access log and the log of what it calls."
        namespace          = "AWS/ApiGateway"
        metric_name        = "5xx"
        dimensions         = { ApiId = api.api_id }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = api.server_error_count
      }
      "${word}-latency" = {
        description        = "One request in twenty to ${api.api_name} took ${api.latency_threshold_ms} ms or longer for 15 minutes. API Gateway gives up at 30 s. Look into the traces of what it calls."
        namespace          = "AWS/ApiGateway"
        metric_name        = "Latency"
        dimensions         = { ApiId = api.api_id }
        statistic          = null
        extended_statistic = "p95"
        evaluation_periods = 3
        threshold          = api.latency_threshold_ms
      }
    }
  ]...)
}
