mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name                  = "audio-bird-calls-prod-image"
  image_retention_count = 20
  lambda_function_arns  = ["arn:aws:lambda:eu-central-1:123456789012:function:audio-bird-calls-prod-inference"]
}

run "C14_A7_images_are_scanned_encrypted_immutable_and_kept_in_number" {
  command = plan

  module {
    source = "../image-repository"
  }

  assert {
    condition     = aws_ecr_repository.this.image_scanning_configuration[0].scan_on_push
    error_message = "C14: every image must be scanned when it is pushed."
  }

  assert {
    condition     = aws_ecr_repository.this.encryption_configuration[0].encryption_type == "AES256"
    error_message = "C14: images must be encrypted, with AES256 where no key is given."
  }

  assert {
    condition     = output.tag_mutability == "IMMUTABLE" && !aws_ecr_repository.this.force_delete
    error_message = "C14: tags must be immutable and images safe from destroy unless asked otherwise."
  }

  assert {
    condition     = [for r in jsondecode(aws_ecr_lifecycle_policy.this.policy).rules : r.selection.countNumber if r.selection.tagStatus == "any"] == [20]
    error_message = "A7: the number of images that stay must be the one asked for."
  }

  assert {
    condition     = max([for r in jsondecode(aws_ecr_lifecycle_policy.this.policy).rules : r.rulePriority]...) == one([for r in jsondecode(aws_ecr_lifecycle_policy.this.policy).rules : r.rulePriority if r.selection.tagStatus == "any"])
    error_message = "A7: ECR takes the rule for any tag as the last one only."
  }
}

run "C5_lambda_pulls_for_the_named_functions_only" {
  command = plan

  module {
    source = "../image-repository"
  }

  assert {
    condition = alltrue([
      for s in data.aws_iam_policy_document.pull[0].statement :
      length([for c in s.condition : c if c.variable == "aws:SourceArn" && tolist(c.values) == tolist(["arn:aws:lambda:eu-central-1:123456789012:function:audio-bird-calls-prod-inference"])]) == 1
    ])
    error_message = "C5: Lambda may pull for the functions that were named, and for no other."
  }
}

run "C14_development_may_move_its_tags" {
  command = plan

  module {
    source = "../image-repository"
  }

  variables {
    immutable_tags = false
    kms_key_arn    = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000"
  }

  assert {
    condition     = aws_ecr_repository.this.image_tag_mutability == "MUTABLE"
    error_message = "C14: a development repository must be able to move its tags."
  }

  assert {
    condition     = aws_ecr_repository.this.encryption_configuration[0].encryption_type == "KMS"
    error_message = "C14: a customer managed key must be used where one is given."
  }
}

run "C10_zero_images_are_refused" {
  command = plan

  module {
    source = "../image-repository"
  }

  variables {
    image_retention_count = 0
  }

  # C10: the running image must stay.
  expect_failures = [var.image_retention_count]
}
