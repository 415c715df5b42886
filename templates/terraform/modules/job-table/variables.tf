variable "name" {
  description = "Name of the table."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_.-]{3,255}$", var.name))
    error_message = "name \"${var.name}\" must be 3 to 255 letters, digits, dots, hyphens or underscores."
  }
}

variable "key_attribute" {
  description = "Attribute that tells the records apart, a string."
  type        = string
  default     = "id"
  nullable    = false
}

variable "expiry_attribute" {
  description = "Attribute with the time (seconds since 1970) after which DynamoDB deletes a record; records without it stay."
  type        = string
  default     = "expires_at"
  nullable    = false

  validation {
    condition     = var.expiry_attribute != var.key_attribute
    error_message = "expiry_attribute must be another attribute than key_attribute (${var.key_attribute})."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the table until this is switched off."
  type        = bool
  default     = true
  nullable    = false
}

variable "kms_key_arn" {
  description = "Customer managed key for the records; null leaves DynamoDB's own key. Whoever reads the table then needs kms:Decrypt on it."
  type        = string
  default     = null
}
