#!/usr/bin/env bash
# The plates of docs/gallery.md: docs/gallery/*.jpg, and contact sheets of the same in the print and the colour-safe style.
# Needs ImageMagick. GENU names the program (build/release/genu).
set -eu
cd "$(dirname "$0")/.."
genu=${GENU:-build/release/genu}
out=docs/gallery
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

plates() {
  while IFS='|' read -r name options; do
    [ -n "$name" ] || continue
    read -ra words <<< "$options"
    echo "$name" >&2
    "$genu" --screenshot "$work/$1$name.png" --size "$2" "${words[@]}" "${@:3}" &
    while [ "$(jobs -rp | wc -l)" -ge "${JOBS:-2}" ]; do wait -n; done
  done < <(grep -E '^    genu --screenshot [a-z_]+\.png' docs/gallery.md | sed -E 's/^    genu --screenshot ([a-z_]+)\.png --size [0-9x]+ ?(.*)$/\1|\2/')
  wait
}

plates "" 1200x900
for png in "$work"/*.png; do
  jpg=$out/$(basename "${png%.png}").jpg
  quality=86
  convert "$png" -quality $quality "$jpg"
  while [ "$(stat -c %s "$jpg")" -gt 200000 ]; do
    quality=$((quality - 6))
    convert "$png" -quality $quality "$jpg"
  done
done
for style in print safe; do
  plates "$style-" 640x480 --style "$style" --bare
  montage "$work/$style"-*.png -tile 4x3 -geometry 400x300+4+4 -background white -quality 84 "$out/style_$style.jpg"
done
