variable "stack_directory" {
  description = "Folder of the stack, seen from where terraform test runs."
  type        = string
  default     = "."
}

variable "published" {
  description = "Addresses that earlier versions had: module.<name> and <type>.<name> of the stack, <module>/<type>.<name> of its modules."
  type        = list(string)
}
