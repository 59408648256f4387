#!/bin/sh
# What a reader should know before trusting the data: one line for each finding, the gravest first.
folder="${1:-output/voices-from-the-field}"
jq -r '.findings[]
  | [.severity, .code, (.evidence | map("p. \(.page)") | unique | join(" ")), .message]
  | @tsv' "$folder/validation/report.json"
