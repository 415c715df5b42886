variable "image_uris" {
  description = "Images of the API's function and of the page, best by digest as scripts/build-and-push.sh prints them; null takes the tag latest of this stack's repository."
  type        = object({ api = optional(string), ui = optional(string) })
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for uri in values(var.image_uris) :
      uri == null ? true : can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9._/-]+(@sha256:[a-f0-9]{64}|:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})$", uri))
    ])
    error_message = "image_uris: api and ui must be images in ECR, <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<64 hex digits> or :<tag>; the roles may pull no other."
  }
}

variable "architecture" {
  description = "Processor both images are built for: x86_64 or arm64."
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture \"${var.architecture}\" must be x86_64 or arm64, the one the images are built for."
  }
}

variable "model_s3_key" {
  description = "Key of the artifact in the data bucket that the endpoint serves, a .tar.gz; null takes the model that lies in services/churn/model/ and uploads it. Give each model a key of its own."
  type        = string
  default     = null

  validation {
    condition     = var.model_s3_key == null ? true : can(regex("^[^/\\s].*\\.tar\\.gz$", var.model_s3_key)) && length(var.model_s3_key) <= 1024
    error_message = "model_s3_key must be a key that ends in .tar.gz and does not begin with a slash, such as models/2026-11-21/model.tar.gz, or null."
  }
}

variable "endpoint" {
  description = "Size of the serverless endpoint: memory in MB (1024 to 6144, in steps of 1024), most requests at once (1 to 200), and how many of them are kept ready, paid by the hour (null for none)."
  type = object({
    memory_mb               = optional(number, 2048)
    max_concurrency         = optional(number, 5)
    provisioned_concurrency = optional(number)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains([1024, 2048, 3072, 4096, 5120, 6144], var.endpoint.memory_mb)
    error_message = "endpoint: memory_mb is ${var.endpoint.memory_mb}; a serverless endpoint takes 1024, 2048, 3072, 4096, 5120 or 6144."
  }

  validation {
    condition     = var.endpoint.max_concurrency >= 1 && var.endpoint.max_concurrency <= 200 && floor(var.endpoint.max_concurrency) == var.endpoint.max_concurrency
    error_message = "endpoint: max_concurrency is ${var.endpoint.max_concurrency}; a serverless endpoint takes whole numbers from 1 to 200."
  }

  validation {
    condition     = var.endpoint.provisioned_concurrency == null ? true : var.endpoint.provisioned_concurrency >= 1 && var.endpoint.provisioned_concurrency <= var.endpoint.max_concurrency && floor(var.endpoint.provisioned_concurrency) == var.endpoint.provisioned_concurrency
    error_message = "endpoint: provisioned_concurrency must be a whole number from 1 to max_concurrency (${var.endpoint.max_concurrency}), or null for none."
  }
}
