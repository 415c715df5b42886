variable "schedules" {
  description = "Other limits from points in time on: word => schedule (cron or at, such as cron(0 7 ? * MON-FRI *)), fewest and most tasks, and the time zone. The last one that was reached holds."
  type = map(object({
    schedule     = string
    min_capacity = number
    max_capacity = number
    timezone     = optional(string, "UTC")
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for s in values(var.schedules) : can(regex("^(cron|at|rate)\\(.+\\)$", s.schedule)) && s.min_capacity >= 0 && s.max_capacity >= 1 && s.max_capacity >= s.min_capacity && floor(s.min_capacity) == s.min_capacity && floor(s.max_capacity) == s.max_capacity])
    error_message = "schedules: every entry needs a schedule such as cron(0 7 ? * MON-FRI *) and whole numbers of tasks, max_capacity at least 1 and not below min_capacity; got ${jsonencode(var.schedules)}."
  }
}

variable "step_scaling" {
  description = "Several tasks at once in a spike: share of the processors in use at which it begins, and steps in rising order: above (points beyond that share, the first 0) => tasks added. Null leaves it to tracking."
  type = object({
    cpu_percent = number
    steps       = list(object({ above = number, add = number }))
  })
  default = null

  validation {
    condition     = var.step_scaling == null ? true : var.step_scaling.cpu_percent > 0 && var.step_scaling.cpu_percent <= 100 && length(var.step_scaling.steps) >= 1 && try(var.step_scaling.steps[0].above == 0, false)
    error_message = "step_scaling: cpu_percent must be above 0 and at most 100, and the first of steps must begin at above = 0."
  }

  validation {
    condition     = var.step_scaling == null ? true : alltrue([for i, s in var.step_scaling.steps : s.add >= 1 && floor(s.add) == s.add && (i == 0 ? true : s.above > var.step_scaling.steps[i - 1].above)])
    error_message = "step_scaling: steps must rise in above, and each must add a whole number of at least 1 task."
  }
}
