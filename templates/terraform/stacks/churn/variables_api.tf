variable "authorizer" {
  description = "Who may call the API: {type = \"iam\"} for signed requests of principals that IAM allows execute-api:Invoke, which the page's tasks are; {type = \"none\"} for everybody, in dev only."
  type        = object({ type = string })
  default     = { type = "iam" }
  nullable    = false

  validation {
    condition     = contains(["iam", "none"], var.authorizer.type)
    error_message = "authorizer: type \"${var.authorizer.type}\" must be iam, or none in dev. The page calls the API with its task's role and has no token of its own, so jwt is not offered."
  }

  validation {
    condition     = var.environment != "prod" || var.authorizer.type != "none"
    error_message = "authorizer: type none lets everybody ask for predictions and is refused in prod. Use {type = \"iam\"}."
  }
}

variable "cors_allowed_origins" {
  description = "Origins whose pages may call the API from a browser: [\"*\"] for any (dev only), [] for none."
  type        = list(string)
  default     = []
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

variable "throttle" {
  description = "Requests per second and burst that the whole API accepts; what is beyond is answered 429."
  type        = object({ rate_limit = number, burst_limit = number })
  nullable    = false

  validation {
    condition     = var.throttle.rate_limit > 0 && var.throttle.burst_limit >= 1 && floor(var.throttle.burst_limit) == var.throttle.burst_limit
    error_message = "throttle: rate_limit must be above 0 requests per second and burst_limit a whole number of at least 1."
  }
}

variable "api_memory_mb" {
  description = "Memory of the API's function in MB; its share of processors grows with it."
  type        = number
  default     = 1024
  nullable    = false

  validation {
    condition     = var.api_memory_mb >= 128 && var.api_memory_mb <= 10240 && floor(var.api_memory_mb) == var.api_memory_mb
    error_message = "api_memory_mb is ${var.api_memory_mb}; Lambda takes whole numbers from 128 to 10240."
  }
}

variable "api_timeout_seconds" {
  description = "Seconds after which the API's function is ended; an HTTP API waits no longer than 30."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.api_timeout_seconds >= 1 && var.api_timeout_seconds <= 30 && floor(var.api_timeout_seconds) == var.api_timeout_seconds
    error_message = "api_timeout_seconds is ${var.api_timeout_seconds}; give a whole number from 1 to 30, for an HTTP API waits no longer."
  }
}

variable "api_reserved_concurrency" {
  description = "How many requests the function may serve at once, taken out of the account's limit; null shares the account's limit."
  type        = number
  default     = null

  validation {
    condition     = var.api_reserved_concurrency == null ? true : var.api_reserved_concurrency >= 1 && floor(var.api_reserved_concurrency) == var.api_reserved_concurrency
    error_message = "api_reserved_concurrency must be a whole number of at least 1, or null for no reservation."
  }
}

variable "optional_permissions" {
  description = "What function and page may do beyond their work: write metrics into metrics_namespace, read the SSM parameters below parameter_path. Null for neither."
  type = object({
    metrics_namespace = optional(string)
    parameter_path    = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.optional_permissions.metrics_namespace == null ? true : can(regex("^[A-Za-z0-9._/#-]{1,255}$", var.optional_permissions.metrics_namespace)) && !startswith(var.optional_permissions.metrics_namespace, "AWS/")
    error_message = "optional_permissions: metrics_namespace must be 1 to 255 letters, digits or . _ / # - and must not begin with AWS/, which AWS keeps for itself."
  }

  validation {
    condition     = var.optional_permissions.parameter_path == null ? true : can(regex("^(/[A-Za-z0-9_.-]+)+$", var.optional_permissions.parameter_path))
    error_message = "optional_permissions: parameter_path must be a path such as /churn/settings, without a slash at its end and without *; \"/\" would open every parameter of the account."
  }
}
