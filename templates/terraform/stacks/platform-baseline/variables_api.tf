variable "cors_allowed_origins" {
  description = "Origins whose pages may call the API from a browser: [\"*\"] for any (dev only), [] for none."
  type        = list(string)
  nullable    = false

  validation {
    condition     = var.environment != "prod" || !contains(var.cors_allowed_origins, "*")
    error_message = "cors_allowed_origins holds \"*\", which lets every website call the API and is refused in prod. List the origins that may, such as [\"https://app.example.com\"], or [] for none."
  }

  validation {
    condition     = !contains(var.cors_allowed_origins, "*") || length(var.cors_allowed_origins) == 1
    error_message = "cors_allowed_origins holds \"*\" beside other origins. \"*\" already means every origin: keep it alone, or take it out."
  }

  validation {
    condition = alltrue([
      for origin in var.cors_allowed_origins :
      origin == "*" || can(regex("^(https://[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?$", origin))
    ])
    error_message = "cors_allowed_origins: ${join(", ", [for o in var.cors_allowed_origins : "\"${o}\""])} - every entry must be https://<host>[:port] or http://localhost[:port], without a path or a slash at the end."
  }
}

variable "api_key_required" {
  description = "Whether callers need an API key (header x-api-key). Prod always asks for one."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = var.environment != "prod" || var.api_key_required
    error_message = "api_key_required is false, which lets anyone call the API and is refused in prod. Set it to true; the key is the output api_key."
  }
}

variable "usage_plan" {
  description = "Limits: requests per second, burst, and requests per DAY, WEEK or MONTH. Rate and burst hold with or without a key, the quota per key."
  type = object({
    rate_limit   = number
    burst_limit  = number
    quota_limit  = number
    quota_period = string
  })
  nullable = false

  validation {
    condition     = var.usage_plan.rate_limit > 0 && var.usage_plan.burst_limit >= 1 && floor(var.usage_plan.burst_limit) == var.usage_plan.burst_limit
    error_message = "usage_plan: rate_limit must be above 0 requests per second and burst_limit a whole number of at least 1."
  }

  validation {
    condition     = var.usage_plan.quota_limit >= 1 && floor(var.usage_plan.quota_limit) == var.usage_plan.quota_limit
    error_message = "usage_plan: quota_limit is ${var.usage_plan.quota_limit}; it must be a whole number of at least 1 request per period."
  }

  validation {
    condition     = contains(["DAY", "WEEK", "MONTH"], var.usage_plan.quota_period)
    error_message = "usage_plan: quota_period \"${var.usage_plan.quota_period}\" must be DAY, WEEK or MONTH."
  }
}

variable "manage_api_gateway_account" {
  description = "Whether this stack sets the role by which API Gateway writes logs. One per account and region: true in exactly one place, or the account already has it."
  type        = bool
  default     = false
  nullable    = false
}

variable "stage_name" {
  description = "Name of the API's stage, the first part of every path."
  type        = string
  default     = "v1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,128}$", var.stage_name))
    error_message = "stage_name \"${var.stage_name}\" must be 1 to 128 letters, digits, hyphens or underscores."
  }
}

variable "max_batch_items" {
  description = "How many predictions one request of the batch route may ask for; what asks for more is refused by the API."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.max_batch_items >= 1 && var.max_batch_items <= 1000 && floor(var.max_batch_items) == var.max_batch_items
    error_message = "max_batch_items is ${var.max_batch_items}; give a whole number from 1 to 1000. The API waits 29 seconds for all of them together."
  }
}
