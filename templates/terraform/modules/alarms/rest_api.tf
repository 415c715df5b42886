locals {
  rest_api_alarms = merge([
    for word, api in var.rest_apis : {
      "${word}-5xx" = {
        description        = "${api.api_name} answered ${api.server_error_count} or more requests with 5xx in 5 minutes. Look into the API's access log and the log of what it calls."
        namespace          = "AWS/ApiGateway"
        metric_name        = "5XXError"
        dimensions         = { ApiName = api.api_name, Stage = api.stage_name }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = api.server_error_count
      }
      "${word}-latency" = {
        description        = "One request in twenty to ${api.api_name} took ${api.latency_threshold_ms} ms or longer for 15 minutes. API Gateway gives up at 29 s: send long work through the asynchronous path."
        namespace          = "AWS/ApiGateway"
        metric_name        = "Latency"
        dimensions         = { ApiName = api.api_name, Stage = api.stage_name }
        statistic          = null
        extended_statistic = "p95"
        evaluation_periods = 3
        threshold          = api.latency_threshold_ms
      }
    }
  ]...)
}
