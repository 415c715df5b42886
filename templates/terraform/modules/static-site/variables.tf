variable "name" {
  description = "Name of the origin access control."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.name) >= 1 && length(var.name) <= 64
    error_message = "name \"${var.name}\" must be 1 to 64 characters."
  }
}

variable "bucket_name" {
  description = "Name of the bucket that holds the site's files, unique in the whole world."
  type        = string
  nullable    = false
}

variable "description" {
  description = "What the site is and whose it is."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = length(var.description) <= 128
    error_message = "description has ${length(var.description)} characters; CloudFront takes at most 128."
  }
}

variable "domain" {
  description = "Domain of the site and the ARN of its certificate in us-east-1, where CloudFront looks for it; null uses CloudFront's own domain, whose certificate also accepts TLS 1.0 and 1.1."
  type        = object({ name = string, certificate_arn = string })
  default     = null

  validation {
    condition     = var.domain == null ? true : can(regex("^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate/.+$", var.domain.certificate_arn)) && can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.domain.name))
    error_message = "domain needs name (such as models.example.com) and certificate_arn (arn:aws:acm:us-east-1:<account>:certificate/<id>; CloudFront takes certificates of us-east-1 only)."
  }
}

variable "price_class" {
  description = "Where CloudFront serves from: PriceClass_100 (Europe, North America), PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_100"
  nullable    = false

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class \"${var.price_class}\" must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "access_log_bucket" {
  description = "Name of the bucket that receives the access log of the site's bucket; null writes none."
  type        = string
  default     = null
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the bucket while files are in it."
  type        = bool
  default     = false
  nullable    = false
}
