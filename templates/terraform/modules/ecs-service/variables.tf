variable "name" {
  description = "Name of the service. A change replaces it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,255}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 255 letters, digits, hyphens or underscores."
  }
}

variable "cluster_arn" {
  description = "ARN of the cluster; its capacity providers must include those of capacity_provider_strategy."
  type        = string
  nullable    = false
}

variable "task_definition_arn" {
  description = "ARN of the revision of the task definition to run."
  type        = string
  nullable    = false
}

variable "initial_count" {
  description = "How many tasks the service begins with. Later the number belongs to what scales it (module autoscaling), and Terraform leaves it alone."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.initial_count >= 0 && floor(var.initial_count) == var.initial_count
    error_message = "initial_count is ${var.initial_count}; give a whole number of tasks, 0 or more."
  }
}

variable "capacity_provider_strategy" {
  description = "How tasks are spread over FARGATE and FARGATE_SPOT: base is how many come first on that one (one provider at most), weight how the rest is shared."
  type = list(object({
    capacity_provider = string
    weight            = optional(number, 1)
    base              = optional(number, 0)
  }))
  default  = [{ capacity_provider = "FARGATE", weight = 1, base = 0 }]
  nullable = false

  validation {
    condition     = length(var.capacity_provider_strategy) > 0 && length(setsubtract([for s in var.capacity_provider_strategy : s.capacity_provider], ["FARGATE", "FARGATE_SPOT"])) == 0 && length(distinct([for s in var.capacity_provider_strategy : s.capacity_provider])) == length(var.capacity_provider_strategy)
    error_message = "capacity_provider_strategy names ${join(", ", [for s in var.capacity_provider_strategy : s.capacity_provider])}; give FARGATE, FARGATE_SPOT or both, each once."
  }

  validation {
    condition     = alltrue([for s in var.capacity_provider_strategy : s.weight >= 0 && s.weight <= 1000 && s.base >= 0 && s.base <= 100000]) && anytrue([for s in var.capacity_provider_strategy : s.weight > 0])
    error_message = "capacity_provider_strategy: weights are 0 to 1000 and at least one is above 0, bases 0 to 100000."
  }

  validation {
    condition     = length([for s in var.capacity_provider_strategy : s if s.base > 0]) <= 1 && alltrue([for s in var.capacity_provider_strategy : s.weight > 0 if s.base > 0])
    error_message = "capacity_provider_strategy: ECS takes a base for one capacity provider only, and only where its weight is above 0: with weight 0 it places no task there."
  }
}
