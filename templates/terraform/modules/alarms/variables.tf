variable "name_prefix" {
  description = "Beginning of every alarm's name."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name_prefix) >= 1 && length(var.name_prefix) <= 200
    error_message = "name_prefix must be 1 to 200 characters, so that the finished names stay within the 255 of CloudWatch."
  }
}

variable "topic_arn" {
  description = "ARN of the SNS topic that is told when an alarm is raised and when it is over."
  type        = string
  nullable    = false
}

variable "rest_apis" {
  description = "REST APIs to watch: word for the alarm's name => API name, stage, the 95th percentile of latency that is too slow, and how many 5xx in 5 minutes are too many."
  type = map(object({
    api_name             = string
    stage_name           = string
    latency_threshold_ms = number
    server_error_count   = optional(number, 5)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for api in values(var.rest_apis) : api.latency_threshold_ms > 0 && api.server_error_count >= 1])
    error_message = "rest_apis: latency_threshold_ms must be above 0 and server_error_count at least 1."
  }
}

variable "functions" {
  description = "Lambda functions to watch: word for the alarm's name => function name, and how many errors and throttles in 5 minutes are too many."
  type = map(object({
    function_name  = string
    error_count    = optional(number, 1)
    throttle_count = optional(number, 1)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for f in values(var.functions) : f.error_count >= 1 && f.throttle_count >= 1])
    error_message = "functions: error_count and throttle_count must be at least 1."
  }
}

variable "http_apis" {
  description = "HTTP APIs to watch: word for the alarm's name => API name and id, the 95th percentile of latency that is too slow, and how many 5xx in 5 minutes are too many."
  type = map(object({
    api_name             = string
    api_id               = string
    latency_threshold_ms = number
    server_error_count   = optional(number, 5)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for api in values(var.http_apis) : api.latency_threshold_ms > 0 && api.server_error_count >= 1])
    error_message = "http_apis: latency_threshold_ms must be above 0 and server_error_count at least 1."
  }

  validation {
    condition     = length(setintersection(keys(var.http_apis), keys(var.rest_apis))) == 0
    error_message = "http_apis and rest_apis share the word ${join(", ", setintersection(keys(var.http_apis), keys(var.rest_apis)))}; the alarms of one would replace those of the other."
  }
}

variable "state_machines" {
  description = "State machines to watch: word for the alarm's name => name, ARN, and how many failed, timed out or throttled runs in 5 minutes are too many."
  type = map(object({
    name          = string
    arn           = string
    failure_count = optional(number, 1)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for machine in values(var.state_machines) : machine.failure_count >= 1])
    error_message = "state_machines: failure_count must be at least 1."
  }
}
