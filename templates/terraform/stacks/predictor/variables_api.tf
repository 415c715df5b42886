variable "authorizer" {
  description = "Who may call the API: {type = \"iam\"} for signed requests of principals that IAM allows execute-api:Invoke, or {type = \"jwt\", issuer, audience} for tokens of an issuer."
  type = object({
    type     = string
    issuer   = optional(string)
    audience = optional(list(string))
  })
  default  = { type = "iam" }
  nullable = false

  validation {
    condition     = contains(["iam", "jwt"], var.authorizer.type)
    error_message = "authorizer: type \"${var.authorizer.type}\" must be iam or jwt; without an authorizer everybody could ask for predictions."
  }

  validation {
    condition     = var.authorizer.type != "jwt" || (can(regex("^https://[^\\s]+$", var.authorizer.issuer)) && try(length(var.authorizer.audience) > 0, false))
    error_message = "authorizer: type jwt needs issuer (https://..., as in the token's claim iss) and at least one audience (the claim aud)."
  }
}

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

variable "throttle" {
  description = "Requests per second and burst that the whole API accepts; what is beyond is answered 429."
  type        = object({ rate_limit = number, burst_limit = number })
  nullable    = false

  validation {
    condition     = var.throttle.rate_limit > 0 && var.throttle.burst_limit >= 1 && floor(var.throttle.burst_limit) == var.throttle.burst_limit
    error_message = "throttle: rate_limit must be above 0 requests per second and burst_limit a whole number of at least 1."
  }
}

variable "routes" {
  description = "What the API lets through to the service, each as \"<METHOD> /<path>\"; a segment in braces is a parameter. Whatever is not listed is answered 404."
  type        = list(string)
  default     = ["GET /health", "POST /predictions", "GET /predictions/{id}", "POST /files"]
  nullable    = false

  validation {
    condition = length(var.routes) > 0 && length(distinct(var.routes)) == length(var.routes) && alltrue([
      for route in var.routes : can(regex("^(GET|POST|PUT|PATCH|DELETE|HEAD) (/([A-Za-z0-9._-]+|\\{[A-Za-z0-9._-]+\\}))+$", route))
    ])
    error_message = "routes: ${join(", ", var.routes)} - every entry must be a method, a space and a path, such as \"POST /predictions\" or \"GET /predictions/{id}\", each once; the API answers OPTIONS itself."
  }
}

variable "latency_alarm_ms" {
  description = "Milliseconds that one request in twenty may take before the alarm is raised; the API gives up at 30000."
  type        = number
  default     = 5000
  nullable    = false

  validation {
    condition     = var.latency_alarm_ms >= 1 && var.latency_alarm_ms <= 30000
    error_message = "latency_alarm_ms is ${var.latency_alarm_ms}; give 1 to 30000, for the API waits no longer."
  }
}
