bucket = "audio-bird-calls-prod-state-123456789012"
region = "eu-central-1"
