locals {
  # What only a program that answers requests has; a key that is not needed must be absent, not null.
  answering = merge(
    length(var.ports) == 0 ? null : {
      portMappings = [for port in var.ports : { containerPort = port, hostPort = port, protocol = "tcp", name = "${var.container_name}-${port}" }]
    },
    var.command == null ? null : { command = var.command },
    var.health_check == null ? null : {
      healthCheck = {
        command     = var.health_check.command
        interval    = var.health_check.interval_seconds
        timeout     = var.health_check.timeout_seconds
        retries     = var.health_check.retries
        startPeriod = var.health_check.start_period_seconds
      }
    },
  )
}
