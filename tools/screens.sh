#!/usr/bin/env bash
# The pictures of docs/screens.md: every panel of the window, and the pages that open over it. The panels are drawn without a
# window; the pages are opened by keys in a real window under Xvfb. Needs ImageMagick, Xvfb and xdotool. GENU names the program.
set -eu
cd "$(dirname "$0")/.."
genu=${GENU:-build/release/genu}
out=docs/screens
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
size=1280x800

keep() { convert "$1" -quality "${QUALITY:-80}" "$out/$2.jpg"; }

# name, commands, further options
panel() {
  echo "$1" >&2
  echo "$2" > "$work/$1.json"
  "$genu" --screenshot "$work/$1.png" --size $size --panel --script "$work/$1.json" "${@:3}"
  keep "$work/$1.png" "$1"
}

explore='{"do": "set_panel", "panel": "explore"}, {"do": "set_explore_step", "step"'
panel welcome '[{"do": "set_welcome", "on": true}]'
panel explore_safety "[$explore: \"safety\"}]"
panel explore_where "[$explore: \"where\"}, {\"do\": \"tick\", \"id\": \"symptom.loc_post_med\"}]"
panel explore_questions "[$explore: \"questions\"}, {\"do\": \"tick\", \"id\": \"symptom.loc_post_med\"}]"
panel explore_result "[{\"do\": \"tick\", \"id\": \"symptom.loc_post_med\"}, {\"do\": \"tick\", \"id\": \"symptom.lump_soft\"}, $explore: \"result\"}]"
panel explain '[{"do": "set_panel", "panel": "explain"}, {"do": "choose_condition", "id": "condition.hamstring_tendinopathy_lateral"}]'
panel explain_clinical '[{"do": "choose_condition", "id": "condition.dvt"}]' --register clinical --theme light
panel compare '[{"do": "choose_condition", "id": "condition.popliteal_cyst"}, {"do": "compare_with", "id": "condition.dvt"}]'
panel learn '[{"do": "set_panel", "panel": "learn"}, {"do": "select", "id": "muscle.popliteus"}, {"do": "set_layer", "layer": 7}, {"do": "set_view", "name": "popliteal"}]'
panel learn_trace '[{"do": "set_panel", "panel": "learn"}, {"do": "trace", "id": "nerve.tibial"}]'
panel learn_quiz '[{"do": "set_panel", "panel": "learn"}, {"do": "start_quiz", "kind": "name_it", "seed": 3}]'
panel learn_myth '[{"do": "set_panel", "panel": "learn"}, {"do": "show_myth", "id": "myth.back_and_knee_is_spine"}]'
panel motion '[{"do": "set_panel", "panel": "motion"}, {"do": "play_exercise", "id": "exercise.gastroc_wall"}, {"do": "scrub", "t": 8}, {"do": "set_strain", "on": true}]'
panel motion_joints '[{"do": "set_panel", "panel": "motion"}, {"do": "set_pose", "joint": "knee_flexion", "deg": 60}, {"do": "select", "id": "muscle.biceps_femoris_long_head"}]'
panel learn_section '[{"do": "set_panel", "panel": "learn"}, {"do": "select", "id": "nerve.tibial"}, {"do": "section_plane", "normal": [0.3, 0.8, -0.5], "mm": 10}, {"do": "spare", "ids": ["nerve.tibial", "nerve.common_fibular"]}, {"do": "set_view", "name": "posterior"}, {"do": "zoom", "factor": 0.6}]'
panel spanish '[{"do": "choose_condition", "id": "condition.popliteal_cyst"}]' --language es

# The pages over the window.
number=${DISPLAY_NUMBER:-97}
Xvfb ":$number" -screen 0 $size"x24" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
sleep 2
# The page of pictures names a folder below the home folder: nobody's own.
export DISPLAY=":$number" GENU_USER_DIR="$work/user" HOME=/home/you
page() {  # name, keys
  echo "$1" >&2
  "$genu" --condition popliteal_cyst --size $size >/dev/null 2>&1 &
  local window=$!
  sleep "${PATIENCE:-6}"
  xdotool key --delay 200 ${@:2}
  sleep 2
  import -window root "$work/$1.png"
  kill $window; wait $window 2>/dev/null || true
  keep "$work/$1.png" "$1"
}
page help F1
page words t
page picture p
page saved ctrl+s
page search ctrl+k b c
page about F1 shift+Tab shift+Tab shift+Tab Return
