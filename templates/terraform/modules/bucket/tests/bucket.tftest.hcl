mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "audio-bird-calls-dev-input-123456789012"
  expiration_days = 3
}

run "C7_the_bucket_is_private_encrypted_and_tls_only" {
  module {
    source = "../bucket"
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls, aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls, aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ])
    error_message = "C7: all four public access blocks must be on."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "C7: access control lists must be off (BucketOwnerEnforced)."
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "AES256"
    error_message = "C7: without a key of its own the bucket must encrypt with AES256."
  }

  assert {
    condition = anytrue([
      for s in data.aws_iam_policy_document.this.statement :
      s.effect == "Deny" && contains(s.actions, "s3:*") && length(s.resources) == 2 &&
      anytrue([for c in s.condition : c.variable == "aws:SecureTransport" && contains(c.values, "false")])
    ])
    error_message = "C7: requests without TLS must be denied for the bucket and its objects."
  }

  assert {
    condition     = !aws_s3_bucket.this.force_destroy
    error_message = "C7: a bucket with objects in it must not be destroyed unless that was asked for."
  }
}

run "C7_lifecycle_expires_objects_and_aborts_failed_uploads" {
  module {
    source = "../bucket"
  }

  variables {
    noncurrent_expiration_days = 2
    expiration_rules           = { drafts = { prefix = "drafts/", days = 1 } }
  }

  assert {
    condition     = [for r in aws_s3_bucket_lifecycle_configuration.this.rule : r.abort_incomplete_multipart_upload[0].days_after_initiation if r.id == "abort-failed-uploads" && r.status == "Enabled"] == [1]
    error_message = "C7: parts of failed uploads must be deleted after a day."
  }

  assert {
    condition     = output.expiration_days == 3
    error_message = "C7: objects must expire after the days that were asked for, got ${output.expiration_days}."
  }

  assert {
    condition     = [for r in aws_s3_bucket_lifecycle_configuration.this.rule : r.noncurrent_version_expiration[0].noncurrent_days if r.id == "expire-noncurrent-versions" && try(r.expiration[0].expired_object_delete_marker == true, false)] == [2]
    error_message = "C7: noncurrent versions of a versioned bucket must expire too."
  }

  assert {
    condition     = [for r in aws_s3_bucket_lifecycle_configuration.this.rule : "${r.filter[0].prefix} ${r.expiration[0].days}" if r.id == "expire-drafts"] == ["drafts/ 1"]
    error_message = "C7: a rule for a prefix must hold for that prefix."
  }
}

run "C7_key_versions_cors_and_access_log_are_switched_on_by_their_variables" {
  module {
    source = "../bucket"
  }

  variables {
    kms_key_arn       = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
    access_log_bucket = "audio-bird-calls-dev-access-logs-123456789012"
    cors              = { allowed_origins = ["https://birds.example.com"], allowed_methods = ["PUT"] }
  }

  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"
    error_message = "C7: a customer managed key must be used where one is given."
  }

  assert {
    condition     = aws_s3_bucket_versioning.this[0].versioning_configuration[0].status == "Enabled" && output.versioned
    error_message = "C7: a bucket is versioned unless that was switched off."
  }

  assert {
    condition     = aws_s3_bucket_logging.this[0].target_bucket == "audio-bird-calls-dev-access-logs-123456789012" && aws_s3_bucket_logging.this[0].target_prefix == "audio-bird-calls-dev-input-123456789012/"
    error_message = "C7: the access log must go to the bucket that was named, below this bucket's name."
  }

  assert {
    condition     = one(aws_s3_bucket_cors_configuration.this[0].cors_rule).allowed_origins == toset(["https://birds.example.com"])
    error_message = "C7: only the origins that were named may use the bucket from a browser."
  }
}

run "C7_only_buckets_of_the_account_may_deliver_access_logs" {
  module {
    source = "../bucket"
  }

  variables {
    versioning             = false
    receive_access_logs_of = "123456789012"
  }

  assert {
    condition = [
      for s in data.aws_iam_policy_document.this.statement : s if s.sid == "ReceiveAccessLogs" &&
      contains(tolist(s.principals)[0].identifiers, "logging.s3.amazonaws.com") && tolist(s.condition)[0].variable == "aws:SourceAccount" && contains(tolist(s.condition)[0].values, "123456789012")
    ] != []
    error_message = "C7: log delivery must be allowed, and for this account only."
  }

  assert {
    condition     = length(aws_s3_bucket_versioning.this) == 0
    error_message = "C7: versioning = false must leave the bucket without versions."
  }
}

run "C10_a_log_bucket_that_logs_itself_is_refused" {
  command = plan

  module {
    source = "../bucket"
  }

  variables {
    receive_access_logs_of = "123456789012"
    access_log_bucket      = "another-log-bucket"
  }

  # C10: two buckets that log each other never stop.
  expect_failures = [var.receive_access_logs_of]
}

run "B6_a_distribution_may_read_and_nothing_more" {
  module {
    source = "../bucket"
  }

  variables {
    read_by_distribution_arns = ["arn:aws:cloudfront::123456789012:distribution/E1"]
  }

  assert {
    condition = [for s in data.aws_iam_policy_document.this.statement : {
      actions = tolist(s.actions), services = tolist(one(s.principals).identifiers), source = tolist(one(s.condition).values)
      } if s.effect != "Deny"] == [{
      actions = tolist(["s3:GetObject"]), services = tolist(["cloudfront.amazonaws.com"]), source = tolist(["arn:aws:cloudfront::123456789012:distribution/E1"])
    }]
    error_message = "B6: the distribution that was named may get objects, and nobody else anything."
  }
}

run "E5_a_trail_may_write_its_own_account_and_nothing_more" {
  module {
    source = "../bucket"
  }

  variables {
    receive_trail = { trail_arn = "arn:aws:cloudtrail:eu-central-1:123456789012:trail/audio-base-prod-trail", account_id = "123456789012" }
  }

  assert {
    condition = { for s in data.aws_iam_policy_document.this.statement : s.sid => [tolist(s.actions), tolist(s.resources)] if s.effect != "Deny" } == {
      TrailLooksAtBucket = [tolist(["s3:GetBucketAcl"]), tolist([aws_s3_bucket.this.arn])]
      ReceiveTrail       = [tolist(["s3:PutObject"]), tolist(["${aws_s3_bucket.this.arn}/AWSLogs/123456789012/*"])]
    }
    error_message = "E5: the trail may look at the bucket and write below its account's folder, nothing else."
  }

  assert {
    condition     = alltrue([for s in data.aws_iam_policy_document.this.statement : anytrue([for c in s.condition : c.variable == "aws:SourceArn" && contains(c.values, var.receive_trail.trail_arn)]) if s.effect != "Deny"])
    error_message = "E5: C5: no other trail may write into this bucket."
  }
}

run "CH8_load_balancers_of_the_account_may_write_their_logs" {
  module {
    source = "../bucket"
  }

  variables {
    receive_load_balancer_logs_of = "123456789012"
  }

  assert {
    condition     = { for s in data.aws_iam_policy_document.this.statement : s.sid => [tolist(s.actions), tolist(s.resources), tolist(one(s.principals).identifiers)] if s.effect != "Deny" } == { ReceiveLoadBalancerLogs = [tolist(["s3:PutObject"]), tolist(["${aws_s3_bucket.this.arn}/AWSLogs/123456789012/*"]), tolist(["logdelivery.elasticloadbalancing.amazonaws.com"])] }
    error_message = "CH8: the delivery of load balancers may write below its account's folder, and nobody anything else."
  }
}

run "CH8_a_key_that_keeps_the_logs_out_is_refused" {
  command = plan

  module {
    source = "../bucket"
  }

  variables {
    receive_load_balancer_logs_of = "123456789012"
    kms_key_arn                   = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  # CH8: the load balancer could not be made.
  expect_failures = [var.receive_load_balancer_logs_of]
}
