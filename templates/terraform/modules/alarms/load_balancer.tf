locals {
  load_balancer_alarms = merge([
    for word, balancer in var.load_balancers : {
      "${word}-unhealthy-targets" = {
        description        = "At least one target of ${balancer.name} failed its health check for 15 minutes. Look into the log and the stopped tasks of the service behind it."
        namespace          = "AWS/ApplicationELB"
        metric_name        = "UnHealthyHostCount"
        dimensions         = { LoadBalancer = balancer.arn_suffix, TargetGroup = balancer.target_group_arn_suffix }
        statistic          = "Maximum"
        extended_statistic = null
        evaluation_periods = 3
        threshold          = 1
      }
      "${word}-target-5xx" = {
        description        = "What stands behind ${balancer.name} answered ${balancer.server_error_count} or more requests with 5xx in 5 minutes. Look into its log."
        namespace          = "AWS/ApplicationELB"
        metric_name        = "HTTPCode_Target_5XX_Count"
        dimensions         = { LoadBalancer = balancer.arn_suffix, TargetGroup = balancer.target_group_arn_suffix }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = balancer.server_error_count
      }
      "${word}-5xx" = {
        description        = "${balancer.name} answered ${balancer.server_error_count} or more requests with a 5xx of its own in 5 minutes: no healthy target, or none that answered in time. Look into its access log."
        namespace          = "AWS/ApplicationELB"
        metric_name        = "HTTPCode_ELB_5XX_Count"
        dimensions         = { LoadBalancer = balancer.arn_suffix }
        statistic          = "Sum"
        extended_statistic = null
        evaluation_periods = 1
        threshold          = balancer.server_error_count
      }
    }
  ]...)
}
