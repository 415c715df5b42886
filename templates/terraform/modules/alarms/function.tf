locals {
  function_metrics = {
    errors = {
      metric_name = "Errors"
      description = "ended in an error"
      advice      = "Look into its log group."
    }
    throttles = {
      metric_name = "Throttles"
      description = "was refused for want of concurrency"
      advice      = "Raise its reserved concurrency or the account's limit."
    }
    async-dropped = {
      metric_name = "AsyncEventsDropped"
      description = "lost an asynchronous job after its last retry"
      advice      = "The lost job was sent to its failure destination."
    }
  }

  function_alarms = merge([
    for word, f in var.functions : {
      for metric, m in local.function_metrics : "${word}-${metric}" => {
        description        = "${f.function_name} ${m.description}. ${m.advice}"
        namespace          = "AWS/Lambda"
        metric_name        = m.metric_name
        dimensions         = { FunctionName = f.function_name }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = metric == "errors" ? f.error_count : metric == "throttles" ? f.throttle_count : 1
      }
    }
  ]...)
}
