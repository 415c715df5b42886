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

variable "stage_name" {
  description = "Name of the stage, the first part of every path."
  type        = string
  default     = "v1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,128}$", var.stage_name))
    error_message = "stage_name \"${var.stage_name}\" must be 1 to 128 letters, digits, hyphens or underscores."
  }
}

variable "function" {
  description = "Lambda function behind every route: its name, the ARN by which API Gateway calls it, and the alias that ARN names, if any. Null where private_service answers."
  type = object({
    name       = string
    invoke_arn = string
    alias      = optional(string)
  })
  default = null
}

variable "private_service" {
  description = "Service in a network behind every route: id of the VPC link to its load balancer, and the URL the link calls, without a path. Null where a function answers."
  type = object({
    vpc_link_id = string
    base_url    = string
  })
  default = null

  validation {
    condition     = (var.function == null) != (var.private_service == null)
    error_message = "Give exactly one of function and private_service: every route leads to one place."
  }

  validation {
    condition     = var.private_service == null ? true : can(regex("^https?://[^/]+$", var.private_service.base_url))
    error_message = "private_service: base_url must be http(s)://<host>[:port] without a path; each route adds its own."
  }
}

variable "routes" {
  description = "What the API offers: \"<METHOD> /<path>\" => headers and query parameters that must be there, query parameters that may be, and the JSON schema of a JSON body. A path has one or two segments; a segment in braces is a parameter."
  type = map(object({
    required_headers = optional(list(string), [])
    required_query   = optional(list(string), [])
    optional_query   = optional(list(string), [])
    json_schema      = optional(string)
  }))
  nullable = false

  validation {
    condition = length(var.routes) > 0 && alltrue([
      for route in keys(var.routes) : can(regex("^(GET|POST|PUT|PATCH|DELETE|HEAD) /([A-Za-z0-9._-]+|\\{[A-Za-z0-9._-]+\\})(/([A-Za-z0-9._-]+|\\{[A-Za-z0-9._-]+\\}))?$", route))
    ])
    error_message = "routes: every key must be a method, a space and a path of one or two segments, such as \"POST /predict\" or \"GET /predictions/{id}\"; OPTIONS is added by the module."
  }

  validation {
    condition     = alltrue([for route in values(var.routes) : route.json_schema == null || can(jsondecode(route.json_schema))])
    error_message = "routes: json_schema must be valid JSON; write it with jsonencode()."
  }
}

variable "binary_media_types" {
  description = "Content types that reach the function as bytes instead of text."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for type in var.binary_media_types : can(regex("^[a-z]+/[a-z0-9.+-]+$", type))])
    error_message = "binary_media_types: every entry must be one content type such as audio/wav; */* would also catch the preflight request and break it."
  }
}

variable "integration_timeout_ms" {
  description = "Milliseconds the API waits for the function; AWS allows 29000 unless the account's quota was raised."
  type        = number
  default     = 29000
  nullable    = false

  validation {
    condition     = var.integration_timeout_ms >= 50 && var.integration_timeout_ms <= 300000
    error_message = "integration_timeout_ms is ${var.integration_timeout_ms}; API Gateway takes 50 to 29000, and up to 300000 where the account's quota was raised."
  }
}

variable "cors_allowed_origins" {
  description = "Origins whose pages may call the API from a browser; [\"*\"] for any, [] for none."
  type        = list(string)
  default     = []
  nullable    = false

  # The origins become part of a response template, so nothing but an origin may pass.
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
  default     = ["Authorization", "Content-Type", "X-Amz-Date", "X-Api-Key", "X-Amz-Security-Token"]
  nullable    = false

  validation {
    condition     = alltrue([for header in var.cors_allowed_headers : can(regex("^[A-Za-z0-9-]+$", header))])
    error_message = "cors_allowed_headers: every entry must be a header's name (letters, digits, hyphens)."
  }
}

variable "api_key_required" {
  description = "Whether every route (not the preflight) asks for an API key; also makes the key and its usage plan."
  type        = bool
  default     = true
  nullable    = false
}

variable "usage_plan" {
  description = "Requests per second, burst, and requests per period (DAY, WEEK or MONTH). Rate and burst also hold for the whole stage, with or without a key."
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
    condition     = var.usage_plan.quota_limit >= 1 && floor(var.usage_plan.quota_limit) == var.usage_plan.quota_limit && contains(["DAY", "WEEK", "MONTH"], var.usage_plan.quota_period)
    error_message = "usage_plan: quota_limit must be a whole number of at least 1, and quota_period DAY, WEEK or MONTH."
  }
}
