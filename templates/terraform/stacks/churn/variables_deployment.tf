variable "blue_green" {
  description = "Whether CodeDeploy brings new versions of the API's function into service beside the old one, and takes them back when alarms are raised."
  type        = bool
  default     = false
  nullable    = false
}

variable "traffic_shift" {
  description = "With blue_green: how calls move to the new version, such as LambdaCanary10Percent5Minutes, LambdaLinear10PercentEvery1Minute or LambdaAllAtOnce."
  type        = string
  default     = "LambdaCanary10Percent5Minutes"
  nullable    = false
}
