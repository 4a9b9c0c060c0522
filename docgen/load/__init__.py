"""From YAML files to the model: each mistake is a value with its place, all are collected."""
