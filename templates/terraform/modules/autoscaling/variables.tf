variable "cluster_name" {
  description = "Name of the ECS cluster the service is in."
  type        = string
  nullable    = false
}

variable "service_name" {
  description = "Name of the ECS service whose tasks are counted."
  type        = string
  nullable    = false
}

variable "min_capacity" {
  description = "Fewest tasks."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.min_capacity >= 0 && floor(var.min_capacity) == var.min_capacity
    error_message = "min_capacity is ${var.min_capacity}; give a whole number of tasks, 0 or more."
  }
}

variable "max_capacity" {
  description = "Most tasks; the same as min_capacity keeps their number."
  type        = number
  default     = 4
  nullable    = false

  validation {
    condition     = var.max_capacity >= 1 && var.max_capacity >= var.min_capacity && floor(var.max_capacity) == var.max_capacity
    error_message = "max_capacity is ${var.max_capacity} with min_capacity ${var.min_capacity}; give a whole number of tasks, at least 1 and not below min_capacity."
  }
}

variable "cpu_target_percent" {
  description = "Average share of the processors in use that is kept by adding and removing tasks; null leaves processors out."
  type        = number
  default     = 70

  validation {
    condition     = var.cpu_target_percent == null ? var.memory_target_percent != null : var.cpu_target_percent >= 10 && var.cpu_target_percent <= 95
    error_message = "cpu_target_percent must be 10 to 95, or null where memory_target_percent is set: something must scale the service."
  }
}

variable "memory_target_percent" {
  description = "Average share of the memory in use that is kept by adding and removing tasks; null leaves memory out."
  type        = number
  default     = 80

  validation {
    condition     = var.memory_target_percent == null ? true : var.memory_target_percent >= 10 && var.memory_target_percent <= 95
    error_message = "memory_target_percent must be 10 to 95, or null."
  }
}

variable "scale_in_cooldown_seconds" {
  description = "Seconds after a task was removed before the next may be."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = var.scale_in_cooldown_seconds >= 0 && var.scale_in_cooldown_seconds <= 3600
    error_message = "scale_in_cooldown_seconds is ${var.scale_in_cooldown_seconds}; give 0 to 3600 seconds."
  }
}

variable "scale_out_cooldown_seconds" {
  description = "Seconds after tasks were added before more may be."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.scale_out_cooldown_seconds >= 0 && var.scale_out_cooldown_seconds <= 3600
    error_message = "scale_out_cooldown_seconds is ${var.scale_out_cooldown_seconds}; give 0 to 3600 seconds."
  }
}
