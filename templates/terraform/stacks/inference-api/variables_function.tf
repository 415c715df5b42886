variable "image_uri" {
  description = "Image the function runs, best by digest as scripts/build-and-push.sh prints it; null takes the tag latest of this stack's repository."
  type        = string
  default     = null

  validation {
    condition     = var.image_uri == null ? true : can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9._/-]+(@sha256:[a-f0-9]{64}|:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})$", var.image_uri))
    error_message = "image_uri must be an image in ECR, <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<64 hex digits> or :<tag>; Lambda runs no other."
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
  default     = 3008
  nullable    = false

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240 && floor(var.memory_mb) == var.memory_mb
    error_message = "memory_mb is ${var.memory_mb}; Lambda takes whole numbers from 128 to 10240."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which the function is ended. Callers of the synchronous path wait at most 29 seconds whatever stands here."
  type        = number
  default     = 900
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 900 && floor(var.timeout_seconds) == var.timeout_seconds
    error_message = "timeout_seconds is ${var.timeout_seconds}; Lambda takes whole numbers from 1 to 900."
  }
}

variable "ephemeral_storage_mb" {
  description = "Size of the function's /tmp in MB."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition     = var.ephemeral_storage_mb >= 512 && var.ephemeral_storage_mb <= 10240 && floor(var.ephemeral_storage_mb) == var.ephemeral_storage_mb
    error_message = "ephemeral_storage_mb is ${var.ephemeral_storage_mb}; Lambda takes whole numbers from 512 to 10240."
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

variable "model_s3_bucket" {
  description = "Existing bucket that holds the model; null uses the model shipped in the image."
  type        = string
  default     = null

  validation {
    condition     = var.model_s3_bucket == null ? true : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.model_s3_bucket))
    error_message = "model_s3_bucket must be the name of an S3 bucket (3 to 63 lowercase letters, digits, dots and hyphens), without s3:// and without a path, or null."
  }

  validation {
    condition     = (var.model_s3_bucket == null) == (var.model_s3_key == null)
    error_message = "model_s3_bucket and model_s3_key belong together: set both to read a model from S3, or both to null to use the model shipped in the image."
  }
}

variable "model_s3_key" {
  description = "Key of the model in model_s3_bucket: one object, or a prefix ending in a slash. The function may read nothing else there."
  type        = string
  default     = null

  validation {
    condition     = var.model_s3_key == null ? true : can(regex("^[A-Za-z0-9!_.'()][A-Za-z0-9!_.'()/=@+ -]*$", var.model_s3_key)) && length(var.model_s3_key) <= 1024
    error_message = "model_s3_key must be 1 to 1024 letters, digits and the characters ! _ . ' ( ) / = @ + - or space, and not begin with a slash; * and ? would widen what the function may read."
  }
}

variable "inference_settings" {
  description = "How audio is read and classified: samples per second, longest input, window and step in seconds, labels returned, and log level."
  type = object({
    sample_rate_hz    = optional(number, 16000)
    max_audio_seconds = optional(number, 3600)
    window_seconds    = optional(number, 1.0)
    hop_seconds       = optional(number, 0.5)
    top_k             = optional(number, 3)
    log_level         = optional(string, "INFO")
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.inference_settings.sample_rate_hz >= 4000 && var.inference_settings.sample_rate_hz <= 192000 && floor(var.inference_settings.sample_rate_hz) == var.inference_settings.sample_rate_hz
    error_message = "inference_settings: sample_rate_hz is ${var.inference_settings.sample_rate_hz}; give a whole number from 4000 to 192000."
  }

  validation {
    condition     = var.inference_settings.max_audio_seconds >= 1 && var.inference_settings.max_audio_seconds <= 86400
    error_message = "inference_settings: max_audio_seconds is ${var.inference_settings.max_audio_seconds}; give 1 to 86400."
  }

  validation {
    condition     = var.inference_settings.window_seconds >= 0.1 && var.inference_settings.window_seconds <= 60 && var.inference_settings.hop_seconds >= 0.05
    error_message = "inference_settings: window_seconds (${var.inference_settings.window_seconds}) must be 0.1 to 60, and hop_seconds (${var.inference_settings.hop_seconds}) at least 0.05."
  }

  validation {
    condition     = var.inference_settings.hop_seconds <= var.inference_settings.window_seconds
    error_message = "inference_settings: hop_seconds (${var.inference_settings.hop_seconds}) is longer than window_seconds (${var.inference_settings.window_seconds}); audio between two windows would never be heard."
  }

  validation {
    condition     = var.inference_settings.top_k >= 1 && var.inference_settings.top_k <= 100 && floor(var.inference_settings.top_k) == var.inference_settings.top_k
    error_message = "inference_settings: top_k is ${var.inference_settings.top_k}; give a whole number from 1 to 100."
  }

  validation {
    condition     = contains(["DEBUG", "INFO", "WARNING", "ERROR"], var.inference_settings.log_level)
    error_message = "inference_settings: log_level \"${var.inference_settings.log_level}\" must be DEBUG, INFO, WARNING or ERROR."
  }
}

variable "extra_environment" {
  description = "Further environment variables of the function. No secrets: everyone who may read the function's configuration reads them."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.extra_environment) : can(regex("^[a-zA-Z][a-zA-Z0-9_]+$", key)) && !startswith(key, "AWS_")])
    error_message = "extra_environment: names begin with a letter, hold letters, digits and underscores, and do not begin with AWS_, which Lambda keeps for itself."
  }

  validation {
    condition = length(setintersection(keys(var.extra_environment), [
      "INPUT_BUCKET", "OUTPUT_BUCKET", "MODEL_S3_BUCKET", "MODEL_S3_KEY", "SAMPLE_RATE_HZ", "MAX_AUDIO_SECONDS", "WINDOW_SECONDS",
      "HOP_SECONDS", "TOP_K", "LOG_LEVEL", "CORS_ALLOWED_ORIGINS", "RESULT_URL_EXPIRY_SECONDS",
    ])) == 0
    error_message = "extra_environment sets a variable that this stack sets itself (buckets, model, inference_settings, CORS); change the stack's own variable instead."
  }
}
