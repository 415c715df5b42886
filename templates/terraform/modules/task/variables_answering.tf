variable "ports" {
  description = "TCP ports the program answers on; none for a program that only runs."
  type        = list(number)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for port in var.ports : port >= 1 && port <= 65535 && floor(port) == port]) && length(distinct(var.ports)) == length(var.ports)
    error_message = "ports: ${join(", ", var.ports)} - every port must be a whole number from 1 to 65535, each once."
  }

  validation {
    condition     = alltrue([for port in var.ports : port >= 1024])
    error_message = "ports: ${join(", ", var.ports)} - the program does not run as root and may open ports from 1024 on only, such as 8080."
  }
}

variable "health_check" {
  description = "Command by which ECS finds out whether the program is well ([\"CMD\", ...] or [\"CMD-SHELL\", \"...\"]); null leaves it to the exit code. A service replaces a task that fails it."
  type = object({
    command              = list(string)
    interval_seconds     = optional(number, 15)
    timeout_seconds      = optional(number, 5)
    retries              = optional(number, 3)
    start_period_seconds = optional(number, 60)
  })
  default = null

  validation {
    condition     = var.health_check == null ? true : length(var.health_check.command) >= 2 && contains(["CMD", "CMD-SHELL"], var.health_check.command[0])
    error_message = "health_check: command must begin with CMD or CMD-SHELL, such as [\"CMD-SHELL\", \"curl -fs http://localhost:8080/health\"]."
  }

  validation {
    condition = var.health_check == null ? true : (
      var.health_check.interval_seconds >= 5 && var.health_check.interval_seconds <= 300 && var.health_check.timeout_seconds >= 2 && var.health_check.timeout_seconds <= 60 &&
      var.health_check.retries >= 1 && var.health_check.retries <= 10 && var.health_check.start_period_seconds >= 0 && var.health_check.start_period_seconds <= 300
    )
    error_message = "health_check: ECS takes interval_seconds 5 to 300, timeout_seconds 2 to 60, retries 1 to 10, start_period_seconds 0 to 300."
  }
}

variable "stop_timeout_seconds" {
  description = "Seconds between SIGTERM and SIGKILL; Fargate takes 120 at most."
  type        = number
  default     = 120
  nullable    = false

  validation {
    condition     = var.stop_timeout_seconds >= 2 && var.stop_timeout_seconds <= 120 && floor(var.stop_timeout_seconds) == var.stop_timeout_seconds
    error_message = "stop_timeout_seconds is ${var.stop_timeout_seconds}; Fargate takes whole seconds from 2 to 120."
  }
}

variable "command" {
  description = "Program and arguments instead of those of the image; null leaves the image's."
  type        = list(string)
  default     = null
}
