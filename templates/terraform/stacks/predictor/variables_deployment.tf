variable "blue_green" {
  description = "Whether CodeDeploy brings new versions into service beside the old one, and takes them back when alarms are raised; the API then calls a load balancer inside the network (about 17 USD a month). A change replaces the service."
  type        = bool
  default     = false
  nullable    = false
}

variable "bake_minutes" {
  description = "With blue_green: minutes the old tasks stay after the calls have moved, in which an alarm brings them back."
  type        = number
  default     = 15
  nullable    = false

  validation {
    condition     = var.bake_minutes >= 0 && var.bake_minutes <= 2880 && floor(var.bake_minutes) == var.bake_minutes
    error_message = "bake_minutes is ${var.bake_minutes}; CodeDeploy takes whole numbers from 0 to 2880."
  }
}
