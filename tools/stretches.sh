#!/usr/bin/env bash
# The pictures of docs/stretches.md: docs/stretches/*.jpg. Needs ImageMagick. GENU names the program (build/release/genu).
set -eu
cd "$(dirname "$0")/.."
genu=${GENU:-build/release/genu}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
while read -r name options; do
  read -ra words <<< "$options"
  "$genu" --screenshot "$work/$name.png" "${words[@]}"
  convert "$work/$name.png" -quality 85 "docs/stretches/$name.jpg"
  echo "docs/stretches/$name.jpg"
done < <(sed -nE 's/^    genu --screenshot ([a-z_]+)\.png (.*)$/\1 \2/p' docs/stretches.md)
