variables {
  team        = "audio"
  name        = "bird-calls"
  environment = "dev"
  account_id  = "123456789012"
  parts       = { input = "s3_bucket", inference = "lambda_function", budget = "budget" }
}

run "C12_names_are_team_name_environment_part" {
  command = plan

  module {
    source = "../naming"
  }

  assert {
    condition     = output.names["inference"] == "audio-bird-calls-dev-inference" && output.prefix == "audio-bird-calls-dev"
    error_message = "C12: a name that fits must be <team>-<name>-<environment>-<part>, got ${output.names["inference"]}."
  }

  assert {
    condition     = output.names["input"] == "audio-bird-calls-dev-input-123456789012"
    error_message = "C12: a bucket's name must end in the account id, got ${output.names["input"]}."
  }
}

run "C12_long_names_are_shortened_within_each_limit" {
  command = plan

  module {
    source = "../naming"
  }

  variables {
    team = "the-team-that-listens-to-the-birds-of-the-whole-wide-world"
    name = "classification-of-bird-calls-in-the-early-morning-hours-one"
  }

  assert {
    condition     = length(output.names["input"]) <= 63 && length(output.names["inference"]) <= 64 && length(output.names["budget"]) <= 100
    error_message = "C12: names must stay within the limits 63, 64 and 100: ${jsonencode(output.names)}."
  }

  assert {
    condition     = can(regex("-[0-9a-f]{8}-dev-input-123456789012$", output.names["input"])) && can(regex("-[0-9a-f]{8}-dev-inference$", output.names["inference"]))
    error_message = "C12: a shortened name must keep environment, part and account id, with a fingerprint before them: ${jsonencode(output.names)}."
  }
}

run "C12_names_that_differ_only_in_what_was_cut_stay_different" {
  command = plan

  module {
    source = "../naming"
  }

  variables {
    team = "the-team-that-listens-to-the-birds-of-the-whole-wide-world"
    name = "classification-of-bird-calls-in-the-early-morning-hours-two"
  }

  assert {
    condition     = alltrue([for part, name in output.names : name != run.C12_long_names_are_shortened_within_each_limit.names[part]])
    error_message = "C12: two stacks whose names differ after the cut got the same name: ${jsonencode(output.names)}."
  }
}

run "C12_doubled_hyphens_are_folded_without_a_collision" {
  command = plan

  module {
    source = "../naming"
  }

  variables {
    name = "bird--calls-"
  }

  assert {
    condition     = alltrue([for name in concat(values(output.names), [output.prefix]) : !strcontains(name, "--") && !endswith(name, "-")])
    error_message = "C12: ECR refuses doubled hyphens, none may be left: ${jsonencode(output.names)}."
  }

  assert {
    condition = (
      output.prefix != run.C12_names_are_team_name_environment_part.prefix &&
      alltrue([for part, name in output.names : name != run.C12_names_are_team_name_environment_part.names[part]])
    )
    error_message = "C12: \"bird--calls-\" and \"bird-calls\" must not get the same names: ${jsonencode(output.names)}."
  }
}

run "C10_a_name_with_other_characters_is_refused" {
  command = plan

  module {
    source = "../naming"
  }

  variables {
    name = "Bird Calls"
  }

  # C10: the message names the value and what is allowed.
  expect_failures = [var.name]
}

run "C10_a_kind_without_a_known_limit_is_refused" {
  command = plan

  module {
    source = "../naming"
  }

  variables {
    parts = { queue = "sqs_queue" }
  }

  # C10: without a limit the name could not be kept within it.
  expect_failures = [var.parts]
}
