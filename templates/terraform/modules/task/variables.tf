variable "family" {
  description = "Name of the task definition, the same in all its revisions."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,255}$", var.family))
    error_message = "family \"${var.family}\" must be 1 to 255 letters, digits, hyphens or underscores."
  }
}

variable "container_name" {
  description = "Name of the one container, by which whoever starts the task overrides its environment."
  type        = string
  nullable    = false
}

variable "account_id" {
  description = "AWS account id (12 digits) the task runs in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id \"${var.account_id}\" must be the 12 digits of an AWS account, written as a string."
  }
}

variable "region" {
  description = "AWS region the task runs in."
  type        = string
  nullable    = false
}

variable "image_uri" {
  description = "Container image, by digest (repository@sha256:...) or by tag."
  type        = string
  nullable    = false
}

variable "image_repository_arn" {
  description = "ARN of the ECR repository of the image; the task may pull from no other."
  type        = string
  nullable    = false
}

variable "architecture" {
  description = "Processor the image was built for: x86_64 or arm64."
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture \"${var.architecture}\" must be x86_64 or arm64."
  }
}

variable "cpu" {
  description = "CPU units: 1024 are one processor."
  type        = number
  default     = 1024
  nullable    = false

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu is ${var.cpu}; Fargate knows 256, 512, 1024, 2048, 4096, 8192 and 16384."
  }
}

variable "memory" {
  description = "Memory in MiB; Fargate sells certain amounts for each size of cpu."
  type        = number
  default     = 2048
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

variable "ephemeral_storage_gib" {
  description = "Size of the task's disk in GiB, the image and /tmp together: 20 (included in the price) to 200."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.ephemeral_storage_gib >= 20 && var.ephemeral_storage_gib <= 200 && floor(var.ephemeral_storage_gib) == var.ephemeral_storage_gib
    error_message = "ephemeral_storage_gib is ${var.ephemeral_storage_gib}; Fargate takes whole numbers from 20 to 200."
  }
}

variable "user" {
  description = "User and group the program runs as, by number; never root. The image must let it read the program and write to /tmp."
  type        = string
  default     = "10001:10001"
  nullable    = false

  validation {
    condition     = can(regex("^[1-9][0-9]*(:[0-9]+)?$", var.user))
    error_message = "user \"${var.user}\" must be the number of a user other than root (0), such as 10001 or 10001:10001."
  }
}

variable "environment_variables" {
  description = "Environment variables of the container. No secrets: everyone who may read the task definition reads them."
  type        = map(string)
  default     = {}
  nullable    = false
}
