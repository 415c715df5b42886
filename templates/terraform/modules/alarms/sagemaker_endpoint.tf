locals {
  sagemaker_metrics = {
    errors = {
      metric_name = "Invocation5XXErrors"
      description = "answered 5xx"
      advice      = "Look into its log: the model could not be loaded, or failed at what it was sent."
    }
    refusals = {
      metric_name = "Invocation4XXErrors"
      description = "refused what it was sent, or more requests at once than it may take"
      advice      = "Look at the errors of its callers; raise max_concurrency where they are throttled."
    }
  }

  sagemaker_alarms = merge([
    for word, endpoint in var.sagemaker_endpoints : merge(
      {
        for metric, m in local.sagemaker_metrics : "${word}-${metric}" => {
          description        = "${endpoint.endpoint_name} ${m.description} ${endpoint.error_count} or more times in 5 minutes. ${m.advice}"
          namespace          = "AWS/SageMaker"
          metric_name        = m.metric_name
          dimensions         = { EndpointName = endpoint.endpoint_name, VariantName = endpoint.variant_name }
          statistic          = "Sum"
          extended_statistic = null
          evaluation_periods = 1
          threshold          = endpoint.error_count
        }
      },
      {
        "${word}-latency" = {
          description        = "One request in twenty to ${endpoint.endpoint_name} took the model ${endpoint.latency_threshold_ms} ms or longer for 15 minutes. Give it more memory_mb, and processors with it."
          namespace          = "AWS/SageMaker"
          metric_name        = "ModelLatency"
          dimensions         = { EndpointName = endpoint.endpoint_name, VariantName = endpoint.variant_name }
          statistic          = null
          extended_statistic = "p95"
          evaluation_periods = 3

          # SageMaker counts in microseconds.
          threshold = endpoint.latency_threshold_ms * 1000
        }
      },
    )
  ]...)
}
