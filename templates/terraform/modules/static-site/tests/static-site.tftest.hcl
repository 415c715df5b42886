mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

variables {
  name        = "audio-bird-calls-dev-site-access"
  bucket_name = "audio-bird-calls-dev-site-123456789012"
}

run "B6_private_behind_cloudfront_with_security_headers" {
  command = plan

  module {
    source = "../static-site"
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.this.signing_behavior == "always" && one(aws_cloudfront_distribution.this.origin).origin_access_control_id == aws_cloudfront_origin_access_control.this.id
    error_message = "B6: CloudFront must sign what it asks of the bucket."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https" && aws_cloudfront_distribution.this.default_cache_behavior[0].response_headers_policy_id == "67f7725c-6f97-4210-82d7-5512b31e9d03"
    error_message = "B6: visitors must come by HTTPS and get the security headers."
  }

  assert {
    condition     = tolist(module.bucket.reader_distribution_arns) == tolist(["arn:aws:cloudfront::123456789012:distribution/MOCKED"])
    error_message = "B6: only this distribution may read the bucket, got ${jsonencode(module.bucket.reader_distribution_arns)}."
  }

  assert {
    condition     = output.url == "https://mocked.cloudfront.net" && output.minimum_protocol_version == "TLSv1"
    error_message = "B6: CloudFront's own domain comes with CloudFront's own TLS versions; nothing else may be claimed."
  }
}

run "B6_a_domain_of_its_own_takes_tls_1_2_and_later_only" {
  command = plan

  module {
    source = "../static-site"
  }

  variables {
    domain = { name = "models.example.com", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000" }
  }

  assert {
    condition     = output.minimum_protocol_version == "TLSv1.2_2021" && output.url == "https://models.example.com" && toset(aws_cloudfront_distribution.this.aliases) == toset(["models.example.com"])
    error_message = "B6: with a certificate of its own TLS 1.2 must be the least."
  }
}

run "C10_a_certificate_of_another_region_is_refused" {
  command = plan

  module {
    source = "../static-site"
  }

  variables {
    domain      = { name = "models.example.com", certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/0" }
    price_class = "cheap"
  }

  # C10: CloudFront looks in us-east-1 only.
  expect_failures = [var.domain, var.price_class]
}
