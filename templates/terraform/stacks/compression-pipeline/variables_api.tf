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
    error_message = "authorizer: type \"${var.authorizer.type}\" must be iam or jwt; without an authorizer everybody could start runs."
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

variable "api_memory_mb" {
  description = "Memory of the API's function in MB; its share of processors grows with it."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.api_memory_mb >= 128 && var.api_memory_mb <= 10240 && floor(var.api_memory_mb) == var.api_memory_mb
    error_message = "api_memory_mb is ${var.api_memory_mb}; Lambda takes whole numbers from 128 to 10240."
  }
}

variable "api_timeout_seconds" {
  description = "Seconds after which the API's function is ended; an HTTP API waits no longer than 30."
  type        = number
  default     = 15
  nullable    = false

  validation {
    condition     = var.api_timeout_seconds >= 1 && var.api_timeout_seconds <= 30 && floor(var.api_timeout_seconds) == var.api_timeout_seconds
    error_message = "api_timeout_seconds is ${var.api_timeout_seconds}; give a whole number from 1 to 30, for an HTTP API waits no longer."
  }
}

variable "static_site" {
  description = "Whether a static site (bucket behind CloudFront) is made beside the API."
  type        = bool
  default     = false
  nullable    = false
}

variable "static_site_domain" {
  description = "Domain of the static site and the ARN of its certificate in us-east-1; null uses CloudFront's own domain, whose certificate also accepts TLS 1.0 and 1.1."
  type        = object({ name = string, certificate_arn = string })
  default     = null

  validation {
    condition     = var.static_site_domain == null ? true : can(regex("^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+$", var.static_site_domain.certificate_arn)) && can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.static_site_domain.name))
    error_message = "static_site_domain needs name (such as models.example.com) and certificate_arn (arn:aws:acm:us-east-1:<account>:certificate/<id>; CloudFront takes certificates of us-east-1 only)."
  }
}
