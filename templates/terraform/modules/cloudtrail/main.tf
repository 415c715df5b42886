resource "aws_cloudtrail" "this" {
  #checkov:skip=CKV_AWS_35:kms_key_arn switches the customer managed key on; without it S3 encrypts with its own keys
  #checkov:skip=CKV_AWS_252:Nothing reads a message for every log file; alarms come from the log group
  #checkov:skip=CKV2_AWS_10:log_group switches CloudWatch Logs on
  name           = var.name
  s3_bucket_name = var.bucket_name
  kms_key_id     = var.kms_key_arn

  # A change in a region nobody works in is the one to know of; users and roles are written as events of one region only.
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = true

  cloud_watch_logs_group_arn = var.log_group == null ? null : "${aws_cloudwatch_log_group.this[0].arn}:*"
  cloud_watch_logs_role_arn  = one(aws_iam_role.logs[*].arn)

  # Without a selector all changes are recorded, and AWS reports none.
  dynamic "event_selector" {
    for_each = length(var.data_event_bucket_arns) == 0 ? [] : [var.data_event_bucket_arns]

    content {
      include_management_events = true
      read_write_type           = "All"

      data_resource {
        type   = "AWS::S3::Object"
        values = [for arn in event_selector.value : "${arn}/"]
      }
    }
  }

  depends_on = [aws_iam_role_policy.logs]
}
