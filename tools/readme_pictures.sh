#!/usr/bin/env bash
# The pictures of the README: docs/pictures/*.jpg. Needs ImageMagick. GENU names the program (build/release/genu).
set -eu
cd "$(dirname "$0")/.."
genu=${GENU:-build/release/genu}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# name, commands, further options
picture() {
  echo "$1" >&2
  echo "$2" > "$work/$1.json"
  "$genu" --screenshot "$work/$1.png" --size 1440x900 --script "$work/$1.json" "${@:3}"
  convert "$work/$1.png" -quality 88 "docs/pictures/$1.jpg"
}

cyst='{"do": "set_panel", "panel": "explain"}, {"do": "choose_condition", "id": "condition.popliteal_cyst"}'
picture welcome '[{"do": "set_welcome", "on": true}]' --panel
picture popliteal_cyst "[$cyst]" --panel
picture side_by_side "[$cyst, {\"do\": \"compare_with\", \"id\": \"condition.dvt\"}]" --panel
picture muscle_or_nerve '[{"do": "set_panel", "panel": "motion"}, {"do": "muscle_or_nerve", "test": "straight_leg_raise", "move": "ankle"}, {"do": "set_pose", "joint": "ankle_dorsiflexion", "deg": 20}]' --panel
picture red_flag '[{"do": "set_panel", "panel": "explore"}, {"do": "tick", "id": "symptom.loc_calf"}, {"do": "tick", "id": "symptom.calf_swelling"}, {"do": "tick", "id": "symptom.hot_red"}, {"do": "tick", "id": "symptom.vte_risk"}, {"do": "set_explore_step", "step": "result"}]' --panel
picture popliteal_fossa '[{"do": "set_view", "name": "popliteal"}, {"do": "set_labels", "on": true}]'
picture axial_section '[{"do": "section_preset", "name": "axial_joint_line"}, {"do": "set_labels", "on": true}]'
