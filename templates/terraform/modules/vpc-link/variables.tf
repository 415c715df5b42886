variable "link_name" {
  description = "Name of the VPC link of a REST API; null where an HTTP API makes its own link to the listener."
  type        = string
  default     = null

  validation {
    condition     = var.link_name == null ? true : can(regex("^[a-zA-Z0-9._-]{1,128}$", var.link_name))
    error_message = "link_name must be 1 to 128 letters, digits, dots, hyphens or underscores, or null."
  }
}

variable "load_balancer_name" {
  description = "Name of the network load balancer."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$", var.load_balancer_name)) && !startswith(var.load_balancer_name, "internal-")
    error_message = "load_balancer_name \"${var.load_balancer_name}\" must be 1 to 32 letters, digits and hyphens, not begin or end with a hyphen, and not begin with internal-."
  }
}

variable "target_group_names" {
  description = "Word => name of the target group: one group, or two (such as blue and green) between which deployments move the traffic. The first word in the alphabet answers first."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(var.target_group_names) >= 1 && length(var.target_group_names) <= 2 && alltrue([for name in values(var.target_group_names) : can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$", name))])
    error_message = "target_group_names: give one or two names of 1 to 32 letters, digits and hyphens, got ${jsonencode(var.target_group_names)}."
  }
}

variable "vpc_id" {
  description = "Id of the network (VPC)."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Subnets the load balancer stands in."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "subnet_ids is empty; the load balancer needs at least one subnet."
  }
}

variable "security_group_ids" {
  description = "Security groups of the load balancer, by which the tasks know it. A balancer made without any can never get one."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) > 0
    error_message = "security_group_ids is empty; the tasks could not tell the load balancer from anyone else."
  }
}

variable "port" {
  description = "Port the tasks answer at."
  type        = number
  nullable    = false

  validation {
    condition     = var.port >= 1 && var.port <= 65535 && floor(var.port) == var.port
    error_message = "port is ${var.port}; give a whole number from 1 to 65535."
  }
}

variable "health_check_path" {
  description = "Path that a task answers with 2xx when it can take requests."
  type        = string
  default     = "/health"
  nullable    = false

  validation {
    condition     = startswith(var.health_check_path, "/")
    error_message = "health_check_path \"${var.health_check_path}\" must begin with a slash."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the load balancer until this is switched off."
  type        = bool
  default     = true
  nullable    = false
}
