#!/bin/sh
# Writes vectors.jsonl anew; needs Go 1.19 or later: sh test/vectors/types/run.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/main.go" "$work/"
{
	printf 'package main\n\nimport (\n\t"encoding/json"\n\t"time"\n)\n\n'
	sed -n '/^```go$/,/^```$/p' "$here/types.md" | sed '/^```/d'
} >"$work/types.go"
cd "$work"
go mod init types >/dev/null 2>&1
go run . >"$here/vectors.jsonl"
