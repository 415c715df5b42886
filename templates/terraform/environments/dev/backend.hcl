bucket = "audio-bird-calls-dev-state-123456789012"
region = "eu-central-1"
