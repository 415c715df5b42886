locals {
  target_group_alarms = {
    for word, group in var.private_target_groups : "${word}-unhealthy" => {
      description        = "A task behind ${group.load_balancer} did not answer its health check for 10 minutes. Look into the log of the task, and whether its security group lets the load balancer in."
      namespace          = "AWS/NetworkELB"
      metric_name        = "UnHealthyHostCount"
      dimensions         = { LoadBalancer = group.load_balancer, TargetGroup = group.target_group }
      statistic          = "Maximum"
      extended_statistic = null
      evaluation_periods = 2
      threshold          = 1
    }
  }
}
