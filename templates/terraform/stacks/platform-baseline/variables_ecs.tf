variable "task_size" {
  description = "Size of each task with serving = \"ecs\": CPU units (1024 are one processor) and memory in MiB."
  type        = object({ cpu = number, memory = number })
  default     = { cpu = 512, memory = 1024 }
  nullable    = false

  validation {
    condition = contains(lookup({
      256   = [512, 1024, 2048]
      512   = range(1024, 4097, 1024)
      1024  = range(2048, 8193, 1024)
      2048  = range(4096, 16385, 1024)
      4096  = range(8192, 30721, 1024)
      8192  = range(16384, 61441, 4096)
      16384 = range(32768, 122881, 8192)
    }, var.task_size.cpu, []), var.task_size.memory)
    error_message = "task_size: Fargate does not sell cpu ${var.task_size.cpu} with ${var.task_size.memory} MiB. It takes: 256 with 512, 1024 or 2048; 512 with 1024 to 4096; 1024 with 2048 to 8192; 2048 with 4096 to 16384; 4096 with 8192 to 30720 (steps of 1024); 8192 with 16384 to 61440 (steps of 4096); 16384 with 32768 to 122880 (steps of 8192)."
  }
}

variable "capacity" {
  description = "With serving = \"ecs\": how tasks are shared between Fargate and Fargate Spot (cheaper, taken back at two minutes' notice): the first fargate_base tasks are on Fargate, the rest by weight."
  type = object({
    fargate_base   = optional(number, 1)
    fargate_weight = optional(number, 1)
    spot_weight    = optional(number, 0)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.capacity.fargate_base >= 0 && var.capacity.fargate_weight >= 0 && var.capacity.spot_weight >= 0 && var.capacity.fargate_weight + var.capacity.spot_weight > 0
    error_message = "capacity: fargate_base and the weights must be 0 or more, and one of the weights above 0."
  }
}

variable "autoscaling" {
  description = "With serving = \"ecs\": whether the number of tasks follows processors and memory; without it, it stays at scaling.min_tasks unless you change it."
  type        = bool
  default     = true
  nullable    = false
}

variable "scaling" {
  description = "Fewest and most tasks, and the average share of processors and memory in use that scaling keeps."
  type = object({
    min_tasks      = optional(number, 1)
    max_tasks      = optional(number, 4)
    cpu_percent    = optional(number, 70)
    memory_percent = optional(number, 80)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.scaling.min_tasks >= 1 && var.scaling.max_tasks >= var.scaling.min_tasks && floor(var.scaling.min_tasks) == var.scaling.min_tasks && floor(var.scaling.max_tasks) == var.scaling.max_tasks
    error_message = "scaling: min_tasks is ${var.scaling.min_tasks} and max_tasks ${var.scaling.max_tasks}; give whole numbers, at least 1, the most not below the fewest."
  }

  validation {
    condition     = var.scaling.cpu_percent >= 10 && var.scaling.cpu_percent <= 95 && var.scaling.memory_percent >= 10 && var.scaling.memory_percent <= 95
    error_message = "scaling: cpu_percent and memory_percent must be 10 to 95."
  }
}

variable "scaling_schedules" {
  description = "Other limits from points in time on: word => schedule (such as cron(0 7 ? * MON-FRI *)), fewest and most tasks, time zone."
  type = map(object({
    schedule     = string
    min_capacity = number
    max_capacity = number
    timezone     = optional(string, "UTC")
  }))
  default  = {}
  nullable = false

  validation {
    condition     = length(var.scaling_schedules) == 0 || (var.autoscaling && var.serving == "ecs")
    error_message = "scaling_schedules is set, but serving is \"${var.serving}\" and autoscaling ${var.autoscaling}: only tasks that are scaled can follow the clock."
  }
}

variable "step_scaling" {
  description = "Several tasks at once in a spike: share of the processors at which it begins, and steps: above (points beyond it) => tasks added; null for none."
  type = object({
    cpu_percent = number
    steps       = list(object({ above = number, add = number }))
  })
  default = null

  validation {
    condition     = var.step_scaling == null || (var.autoscaling && var.serving == "ecs")
    error_message = "step_scaling is set, but serving is \"${var.serving}\" and autoscaling ${var.autoscaling}: only tasks that are scaled can follow a spike."
  }
}
