variable "image_uri" {
  description = "Image of the service, best by digest as scripts/build-and-push.sh prints it; null takes the tag latest of this stack's repository."
  type        = string
  default     = null

  validation {
    condition     = var.image_uri == null ? true : can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9._/-]+(@sha256:[a-f0-9]{64}|:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})$", var.image_uri))
    error_message = "image_uri must be an image in ECR, <account>.dkr.ecr.<region>.amazonaws.com/<repository>@sha256:<64 hex digits> or :<tag>; the role of the tasks may pull no other."
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

variable "cpu" {
  description = "CPU units of each task: 1024 are one processor."
  type        = number
  default     = 256
  nullable    = false

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu is ${var.cpu}; Fargate knows 256, 512, 1024, 2048, 4096, 8192 and 16384."
  }
}

variable "memory" {
  description = "Memory of each task in MiB; Fargate sells certain amounts for each size of cpu."
  type        = number
  default     = 512
  nullable    = false

  validation {
    condition = contains(lookup({
      256   = [512, 1024, 2048]
      512   = range(1024, 4097, 1024)
      1024  = range(2048, 8193, 1024)
      2048  = range(4096, 16385, 1024)
      4096  = range(8192, 30721, 1024)
      8192  = range(16384, 61441, 4096)
      16384 = range(32768, 122881, 8192)
    }, var.cpu, [var.memory]), var.memory)
    error_message = "memory is ${var.memory} MiB with cpu ${var.cpu}. Fargate takes: 256 with 512, 1024 or 2048; 512 with 1024 to 4096; 1024 with 2048 to 8192; 2048 with 4096 to 16384; 4096 with 8192 to 30720 (steps of 1024); 8192 with 16384 to 61440 (steps of 4096); 16384 with 32768 to 122880 (steps of 8192)."
  }
}

variable "capacity" {
  description = "How tasks are shared between FARGATE and FARGATE_SPOT (cheaper, taken back at two minutes' notice): fargate_base tasks come first on FARGATE, the rest is shared by the two weights; weight 0 leaves one out."
  type        = object({ fargate_base = optional(number, 1), fargate_weight = optional(number, 1), spot_weight = optional(number, 3) })
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([for n in values(var.capacity) : n >= 0 && n <= 1000 && floor(n) == n]) && var.capacity.fargate_weight + var.capacity.spot_weight > 0 && (
      var.capacity.fargate_base == 0 || var.capacity.fargate_weight > 0
    )
    error_message = "capacity: fargate_base, fargate_weight and spot_weight are whole numbers from 0 to 1000; one weight is above 0, and so is fargate_weight where there is a fargate_base, or ECS would place no task there."
  }

  validation {
    condition     = var.environment != "prod" || (var.capacity.fargate_base >= 1 && var.capacity.fargate_weight >= 1)
    error_message = "capacity.fargate_base is ${var.capacity.fargate_base}: in prod at least one task stands on FARGATE, for where Spot has no capacity nothing would answer."
  }
}

variable "scaling" {
  description = "Fewest and most tasks, and the shares of processors and memory that are kept by adding and removing tasks."
  type = object({
    min_tasks      = optional(number, 1)
    max_tasks      = optional(number, 4)
    cpu_percent    = optional(number, 70)
    memory_percent = optional(number, 80)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.scaling.min_tasks >= 1 && var.scaling.max_tasks >= var.scaling.min_tasks && floor(var.scaling.min_tasks) == var.scaling.min_tasks && floor(var.scaling.max_tasks) == var.scaling.max_tasks
    error_message = "scaling: min_tasks is ${var.scaling.min_tasks} and max_tasks ${var.scaling.max_tasks}; give whole numbers, min_tasks at least 1, for nothing starts a task when a request comes, and max_tasks not below it."
  }

  validation {
    condition     = alltrue([for percent in [var.scaling.cpu_percent, var.scaling.memory_percent] : percent >= 10 && percent <= 95])
    error_message = "scaling: cpu_percent is ${var.scaling.cpu_percent} and memory_percent ${var.scaling.memory_percent}; give 10 to 95, so that there is room to go above it."
  }
}

variable "extra_environment" {
  description = "Further environment variables of the container. No secrets: everyone who may read the task definition reads them."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.extra_environment), ["FILES_BUCKET", "DATA_BUCKET", "LOG_LEVEL", "CORS_ALLOWED_ORIGINS", "SHUTDOWN_GRACE_SECONDS", "AWS_REGION"])) == 0
    error_message = "extra_environment sets ${join(", ", setintersection(keys(var.extra_environment), ["FILES_BUCKET", "DATA_BUCKET", "LOG_LEVEL", "CORS_ALLOWED_ORIGINS", "SHUTDOWN_GRACE_SECONDS", "AWS_REGION"]))}, which the stack sets itself; choose another name."
  }

  validation {
    condition     = alltrue([for name in keys(var.extra_environment) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])
    error_message = "extra_environment: ${join(", ", keys(var.extra_environment))} - every name must hold letters, digits and underscores only, and not begin with a digit."
  }
}
