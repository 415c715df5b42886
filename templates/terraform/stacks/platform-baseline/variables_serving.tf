variable "serving" {
  description = "What serves the model: lambda (nothing to pay while nothing is asked) or ecs (tasks that are always up, behind a load balancer in a network)."
  type        = string
  default     = "lambda"
  nullable    = false

  validation {
    condition     = contains(["lambda", "ecs"], var.serving)
    error_message = "serving \"${var.serving}\" must be lambda or ecs."
  }
}

variable "image_uri" {
  description = "Image of what serves the model, best by digest as scripts/build-and-push.sh prints it; null takes the tag latest of this stack's repository."
  type        = string
  default     = null

  validation {
    condition     = var.image_uri == null ? true : can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9._/-]+(@sha256:[a-f0-9]{64}|:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})$", var.image_uri))
    error_message = "image_uri must be an image in ECR, <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<64 hex digits> or :<tag>; the stack may pull from no other registry."
  }
}

variable "architecture" {
  description = "Processor the image is built for: x86_64 or arm64."
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture \"${var.architecture}\" must be x86_64 or arm64, the one the image is built for."
  }
}

variable "memory_mb" {
  description = "Memory of the function in MB; its share of processors grows with it."
  type        = number
  default     = 1024
  nullable    = false

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240 && floor(var.memory_mb) == var.memory_mb
    error_message = "memory_mb is ${var.memory_mb}; Lambda takes whole numbers from 128 to 10240."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which the function is ended. The API waits at most 29 seconds whatever stands here."
  type        = number
  default     = 29
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 900 && floor(var.timeout_seconds) == var.timeout_seconds
    error_message = "timeout_seconds is ${var.timeout_seconds}; Lambda takes whole numbers from 1 to 900."
  }
}

variable "reserved_concurrency" {
  description = "How many requests may be worked on at once, taken out of the account's limit; 0 stops the function, null shares the account's limit."
  type        = number
  default     = null

  validation {
    condition     = var.reserved_concurrency == null ? true : var.reserved_concurrency >= 0 && floor(var.reserved_concurrency) == var.reserved_concurrency
    error_message = "reserved_concurrency must be a whole number of at least 0, or null for no reservation."
  }
}
