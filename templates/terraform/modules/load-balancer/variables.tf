variable "name" {
  description = "Name of the load balancer. A change replaces it, and its domain with it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$", var.name)) && !startswith(var.name, "internal-")
    error_message = "name \"${var.name}\" must be 1 to 32 letters, digits and hyphens, without a hyphen at its ends, and must not begin with internal-, which AWS keeps for itself."
  }
}

variable "target_group_name" {
  description = "Name of the target group. Let the port be a part of it: a change of the port replaces the group, and the new one stands beside the old for a while."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$", var.target_group_name))
    error_message = "target_group_name \"${var.target_group_name}\" must be 1 to 32 letters, digits and hyphens, without a hyphen at its ends."
  }
}

variable "internal" {
  description = "Whether it is reached from its own network only."
  type        = bool
  default     = false
  nullable    = false
}

variable "vpc_id" {
  description = "Id of the network (VPC) it is in."
  type        = string
  nullable    = false
}

variable "subnet_ids" {
  description = "Subnets it stands in, of at least two zones; public ones unless it is internal."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids holds ${length(var.subnet_ids)}; an application load balancer needs subnets of at least two zones."
  }
}

variable "security_group_ids" {
  description = "Security groups that say who may reach it."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5
    error_message = "security_group_ids holds ${length(var.security_group_ids)}; give 1 to 5, or it would get the network's closed default group."
  }
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate for port 443, of the load balancer's own region; port 80 then only redirects. Null answers on port 80, unencrypted."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null ? true : can(regex("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate (arn:aws:acm:<region>:<account>:certificate/<id>) or null."
  }
}

variable "target_port" {
  description = "Port that the targets answer on."
  type        = number
  nullable    = false

  validation {
    condition     = var.target_port >= 1 && var.target_port <= 65535 && floor(var.target_port) == var.target_port
    error_message = "target_port is ${var.target_port}; give a port from 1 to 65535."
  }
}

variable "health_check" {
  description = "How a target shows that it is well: path, the HTTP codes that say so, seconds between two requests and for an answer, and how many in a row decide."
  type = object({
    path                = string
    matcher             = optional(string, "200")
    interval_seconds    = optional(number, 15)
    timeout_seconds     = optional(number, 5)
    healthy_threshold   = optional(number, 2)
    unhealthy_threshold = optional(number, 3)
  })
  nullable = false

  validation {
    condition     = startswith(var.health_check.path, "/") && length(var.health_check.path) <= 1024 && can(regex("^[0-9]{3}([,-][0-9]{3})*$", var.health_check.matcher))
    error_message = "health_check: path \"${var.health_check.path}\" must begin with / and have at most 1024 characters, and matcher \"${var.health_check.matcher}\" must be HTTP codes such as 200 or 200-299."
  }

  validation {
    condition     = var.health_check.interval_seconds >= 5 && var.health_check.interval_seconds <= 300 && var.health_check.timeout_seconds >= 2 && var.health_check.timeout_seconds < var.health_check.interval_seconds
    error_message = "health_check: interval_seconds must be 5 to 300, and timeout_seconds at least 2 and below it, got ${var.health_check.interval_seconds} and ${var.health_check.timeout_seconds}."
  }

  validation {
    condition     = alltrue([for threshold in [var.health_check.healthy_threshold, var.health_check.unhealthy_threshold] : threshold >= 2 && threshold <= 10])
    error_message = "health_check: healthy_threshold and unhealthy_threshold must be 2 to 10."
  }
}
