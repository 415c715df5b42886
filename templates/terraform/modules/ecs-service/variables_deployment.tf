variable "minimum_healthy_percent" {
  description = "Share of the desired tasks that must stay up while a deployment is under way, in percent."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.minimum_healthy_percent >= 0 && var.minimum_healthy_percent <= 100
    error_message = "minimum_healthy_percent is ${var.minimum_healthy_percent}; give 0 to 100."
  }
}

variable "maximum_percent" {
  description = "Share of the desired tasks that may be up while a deployment is under way, in percent."
  type        = number
  default     = 200
  nullable    = false

  validation {
    condition     = var.maximum_percent > var.minimum_healthy_percent && var.maximum_percent >= 100 && var.maximum_percent <= 1000
    error_message = "maximum_percent is ${var.maximum_percent} with minimum_healthy_percent ${var.minimum_healthy_percent}; it must be above it, from 100 to 1000, or no deployment could replace a task."
  }
}

variable "health_check_grace_seconds" {
  description = "Seconds in which a starting task is not stopped for what the load balancer says; without target_groups it has no meaning."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.health_check_grace_seconds >= 0 && var.health_check_grace_seconds <= 2147483647
    error_message = "health_check_grace_seconds is ${var.health_check_grace_seconds}; give 0 or more seconds."
  }
}

variable "wait_for_steady_state" {
  description = "Whether an apply waits until the deployment has ended, and fails with it."
  type        = bool
  default     = false
  nullable    = false
}
