variable "load_balancers" {
  description = "Application load balancers to watch: word for the alarm's name => name, the suffixes of its ARN and its target group's by which CloudWatch knows them, and how many 5xx in 5 minutes are too many."
  type = map(object({
    name                    = string
    arn_suffix              = string
    target_group_arn_suffix = string
    server_error_count      = optional(number, 5)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for balancer in values(var.load_balancers) : balancer.server_error_count >= 1])
    error_message = "load_balancers: server_error_count must be at least 1."
  }
}

variable "sagemaker_endpoints" {
  description = "SageMaker endpoints to watch: word for the alarm's name => endpoint and variant, the 95th percentile of the model's latency that is too slow, and how many errors in 5 minutes are too many."
  type = map(object({
    endpoint_name        = string
    variant_name         = string
    latency_threshold_ms = number
    error_count          = optional(number, 5)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for endpoint in values(var.sagemaker_endpoints) : endpoint.latency_threshold_ms > 0 && endpoint.error_count >= 1])
    error_message = "sagemaker_endpoints: latency_threshold_ms must be above 0 and error_count at least 1."
  }
}
