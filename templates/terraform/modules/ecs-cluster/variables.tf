variable "name" {
  description = "Name of the cluster."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,255}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 255 letters, digits, hyphens or underscores."
  }
}
