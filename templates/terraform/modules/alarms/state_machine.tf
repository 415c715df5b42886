locals {
  state_machine_metrics = {
    failed = {
      metric_name = "ExecutionsFailed"
      description = "failed"
      advice      = "Open the run: it shows the step that failed and its log."
    }
    timed-out = {
      metric_name = "ExecutionsTimedOut"
      description = "took longer than the time limit of the whole run"
      advice      = "Open the run: it shows the step that it ended in, from which it can be taken up again."
    }
    throttled = {
      metric_name = "ExecutionThrottled"
      description = "had to wait, for more state transitions were asked for than the account has"
      advice      = "Start fewer runs at once, or ask AWS for a higher quota of state transitions."
    }
  }

  state_machine_alarms = merge([
    for word, machine in var.state_machines : {
      for metric, m in local.state_machine_metrics : "${word}-${metric}" => {
        description        = "${machine.failure_count} or more runs of ${machine.name} ${m.description} within 5 minutes. ${m.advice}"
        namespace          = "AWS/States"
        metric_name        = m.metric_name
        dimensions         = { StateMachineArn = machine.arn }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = machine.failure_count
      }
    }
  ]...)
}
