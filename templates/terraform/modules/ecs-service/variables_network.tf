variable "subnet_ids" {
  description = "Subnets that tasks start in; more than one zone lets the service outlive the loss of one."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "subnet_ids is empty; a task needs at least one subnet."
  }
}

variable "security_group_ids" {
  description = "Security groups of every task, 1 to 5."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5
    error_message = "security_group_ids holds ${length(var.security_group_ids)}; give 1 to 5, or tasks would get the network's closed default group."
  }
}

variable "assign_public_ip" {
  description = "Whether every task gets a public address, which it needs where the network has an internet gateway but neither endpoints nor NAT."
  type        = bool
  default     = false
  nullable    = false
}

variable "target_groups" {
  description = "Load balancer target groups that tasks are registered in, with the container and port that answer; at most 5."
  type = list(object({
    target_group_arn = string
    container_name   = string
    container_port   = number
  }))
  default  = []
  nullable = false

  validation {
    condition     = length(var.target_groups) <= 5
    error_message = "target_groups holds ${length(var.target_groups)}; ECS takes 5 for a service."
  }
}

variable "service_registry" {
  description = "Cloud Map service that tasks are registered in, with the container and port that answer; null for none."
  type = object({
    registry_arn   = string
    container_name = string
    container_port = number
  })
  default = null
}
