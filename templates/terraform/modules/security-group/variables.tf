variable "name" {
  description = "Name of the security group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,255}$", var.name)) && !startswith(var.name, "sg-")
    error_message = "name \"${var.name}\" must be 1 to 255 letters, digits, hyphens or underscores, and must not begin with sg-, which AWS keeps for itself."
  }
}

variable "description" {
  description = "What carries the group, and who talks to it. A change replaces the group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$", var.description))
    error_message = "description \"${var.description}\" must be 1 to 255 letters, digits, spaces or one of ._-:/()#,@[]+=&;{}!$*: EC2 takes no others, an apostrophe neither."
  }
}

variable "vpc_id" {
  description = "Id of the network (VPC) the group is in."
  type        = string
  nullable    = false
}
