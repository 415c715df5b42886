variable "access_log_bucket" {
  description = "Name of the bucket that receives the access log; its policy must let load balancers write (module bucket, receive_load_balancer_logs_of and log_target_name)."
  type        = string
  nullable    = false
}

variable "idle_timeout_seconds" {
  description = "Seconds without a byte after which a connection is closed."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.idle_timeout_seconds >= 1 && var.idle_timeout_seconds <= 4000
    error_message = "idle_timeout_seconds is ${var.idle_timeout_seconds}; a load balancer takes 1 to 4000."
  }
}

variable "deregistration_delay_seconds" {
  description = "Seconds in which a target that goes may end what it has begun."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.deregistration_delay_seconds >= 0 && var.deregistration_delay_seconds <= 3600
    error_message = "deregistration_delay_seconds is ${var.deregistration_delay_seconds}; give 0 to 3600."
  }
}

variable "sticky_seconds" {
  description = "Seconds for which a browser is sent to the same target, for pages that keep a session in the target's memory; 0 for none."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.sticky_seconds >= 0 && var.sticky_seconds <= 604800
    error_message = "sticky_seconds is ${var.sticky_seconds}; give 0 (none) to 604800 (a week)."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete it; it has to be switched off by an apply first."
  type        = bool
  default     = true
  nullable    = false
}
