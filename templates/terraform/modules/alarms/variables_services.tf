variable "services" {
  description = "ECS services to watch: word for the alarm's name => cluster and service name, shares of processors and memory that are too much, and minutes after which a missing task is a fault. The cluster needs Container Insights."
  type = map(object({
    cluster_name         = string
    service_name         = string
    cpu_percent          = optional(number, 90)
    memory_percent       = optional(number, 90)
    missing_task_minutes = optional(number, 10)
  }))
  default  = {}
  nullable = false

  validation {
    condition = alltrue([
      for s in values(var.services) :
      s.cpu_percent > 0 && s.cpu_percent <= 100 && s.memory_percent > 0 && s.memory_percent <= 100 && s.missing_task_minutes >= 1 && s.missing_task_minutes <= 60 && floor(s.missing_task_minutes) == s.missing_task_minutes
    ])
    error_message = "services: cpu_percent and memory_percent must be above 0 and at most 100, missing_task_minutes a whole number from 1 to 60."
  }

  validation {
    condition     = length(setintersection(keys(var.services), concat(keys(var.rest_apis), keys(var.http_apis), keys(var.functions), keys(var.state_machines)))) == 0
    error_message = "services shares the word ${join(", ", setintersection(keys(var.services), concat(keys(var.rest_apis), keys(var.http_apis), keys(var.functions), keys(var.state_machines))))} with another kind; give each its own, so that their alarms can be told apart."
  }
}
