variable "name" {
  description = "Name of the API."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9._-]{1,128}$", var.name))
    error_message = "name \"${var.name}\" must be 1 to 128 letters, digits, dots, hyphens or underscores."
  }
}

variable "description" {
  description = "What the API offers and whose it is."
  type        = string
  default     = ""
  nullable    = false
}

variable "function" {
  description = "Lambda function behind every route: its name, the ARN by which API Gateway calls it, and the alias that ARN names, if any; null where vpc_link is given."
  type = object({
    name       = string
    invoke_arn = string
    alias      = optional(string)
  })
  default = null
}

variable "vpc_link" {
  description = "Service in a network behind every route, instead of a function: name of the link, its subnets and security groups, and the ARN it leads to (a Cloud Map service, or the listener of an internal load balancer)."
  type = object({
    name               = string
    subnet_ids         = list(string)
    security_group_ids = list(string)
    target_arn         = string
  })
  default = null

  validation {
    condition     = (var.vpc_link == null) != (var.function == null)
    error_message = "vpc_link and function: give exactly one of them, for every route leads to the same place."
  }

  validation {
    condition     = var.vpc_link == null ? true : length(var.vpc_link.name) <= 128 && length(var.vpc_link.subnet_ids) > 0 && length(var.vpc_link.security_group_ids) > 0
    error_message = "vpc_link needs a name of at most 128 characters, at least one subnet, and at least one security group: without one it could not be told apart from other callers."
  }
}

variable "routes" {
  description = "What the API offers: \"<METHOD> /<path>\" => name of the operation, shown in the console. A segment in braces is a parameter."
  type        = map(object({ operation = optional(string) }))
  nullable    = false

  validation {
    condition = length(var.routes) > 0 && alltrue([
      for route in keys(var.routes) : route == "$default" || can(regex("^(GET|POST|PUT|PATCH|DELETE|HEAD) (/([A-Za-z0-9._-]+|\\{[A-Za-z0-9._-]+\\}))+$", route))
    ])
    error_message = "routes: every key must be a method, a space and a path, such as \"POST /submit\" or \"GET /status/{id}\", or \"$default\" for everything; the API answers OPTIONS itself."
  }
}

variable "authorizer" {
  description = "Who may call every route: iam (signed requests of principals that IAM allows execute-api:Invoke), jwt (a token of an issuer, for one of the audiences), or none (everybody), which open_to_everybody must confirm."
  type = object({
    type     = string
    issuer   = optional(string)
    audience = optional(list(string))
  })
  nullable = false

  validation {
    condition     = contains(concat(["iam", "jwt"], var.open_to_everybody ? ["none"] : []), var.authorizer.type)
    error_message = "authorizer: type \"${var.authorizer.type}\" must be iam or jwt; an HTTP API has no API keys, and a route without an authorizer is open to everybody. Where it is meant to be, set open_to_everybody and type none."
  }

  validation {
    condition     = var.authorizer.type != "jwt" || (can(regex("^https://[^\\s]+$", var.authorizer.issuer)) && try(length(var.authorizer.audience) > 0, false))
    error_message = "authorizer: type jwt needs issuer (https://..., as in the token's claim iss) and at least one audience (the claim aud)."
  }
}

variable "open_to_everybody" {
  description = "Whether authorizer may be of type none: without it an API is never open by mistake."
  type        = bool
  default     = false
  nullable    = false
}

variable "stage_name" {
  description = "Name of the stage: $default, whose URL has no path, or a word that becomes the first segment of every URL. A change replaces the stage and with it the URL."
  type        = string
  default     = "$default"
  nullable    = false

  validation {
    condition     = var.stage_name == "$default" || can(regex("^[a-zA-Z0-9_-]{1,128}$", var.stage_name))
    error_message = "stage_name \"${var.stage_name}\" must be $default or 1 to 128 letters, digits, hyphens or underscores."
  }
}

variable "cors_allowed_origins" {
  description = "Origins whose pages may call the API from a browser; [\"*\"] for any, [] for none."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for origin in var.cors_allowed_origins :
      origin == "*" ? length(var.cors_allowed_origins) == 1 : can(regex("^(https://[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?$", origin))
    ])
    error_message = "cors_allowed_origins: every entry must be an origin without a path, such as https://app.example.com or http://localhost:3000; \"*\" must stand alone."
  }
}

variable "cors_allowed_headers" {
  description = "Request headers that pages of other origins may send."
  type        = list(string)
  default     = ["authorization", "content-type", "idempotency-key", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"]
  nullable    = false
}

variable "throttle" {
  description = "Requests per second and burst that the whole stage accepts; what is beyond is answered 429."
  type        = object({ rate_limit = number, burst_limit = number })
  nullable    = false

  validation {
    condition     = var.throttle.rate_limit > 0 && var.throttle.burst_limit >= 1 && floor(var.throttle.burst_limit) == var.throttle.burst_limit
    error_message = "throttle: rate_limit must be above 0 requests per second and burst_limit a whole number of at least 1."
  }
}

variable "integration_timeout_ms" {
  description = "Milliseconds the API waits for what is behind it; an HTTP API waits 30000 at most."
  type        = number
  default     = 30000
  nullable    = false

  validation {
    condition     = var.integration_timeout_ms >= 50 && var.integration_timeout_ms <= 30000
    error_message = "integration_timeout_ms is ${var.integration_timeout_ms}; an HTTP API takes 50 to 30000."
  }
}

variable "log_retention_days" {
  description = "Days the access log is kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}; CloudWatch knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 and 3653."
  }
}

variable "kms_key_arn" {
  description = "Customer managed key for the access log; null leaves the keys of AWS."
  type        = string
  default     = null
}
