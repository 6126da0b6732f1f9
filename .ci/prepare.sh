# Shared by ./run and ./test (bash): install what is missing, configure, build. Everything is said on standard error,
# so that what Genu itself prints stays clean. Needs `root`, the folder of the sources.

say() { printf 'genu: %s\n' "$*" >&2; }
give_up() { say "$*"; exit 1; }

wanted_packages() { sed -e 's/#.*//' "$root/packages.txt" | tr -s ' \t' '\n' | sed '/^$/d'; }

# What is installed, by its own name and by the names it provides (some node packages bring npm along).
present_packages() {
  dpkg-query -W -f '${db:Status-Abbrev}|${Package}, ${Provides}\n' 2>/dev/null |
    sed -n 's/^ii *|//p' | sed 's/([^)]*)//g' | tr ',' '\n' | tr -d ' '
}

missing_packages() { wanted_packages | grep -vxF -f <(present_packages) || true; }

as_root() {
  if [ "$(id -u)" = 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else return 126
  fi
}

install_packages() {
  local missing available=() unknown=() package
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is neither Debian nor Ubuntu: install what packages.txt names by hand; CMake fetches the libraries it can."
    return
  fi
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  say "these packages are missing: $(echo $missing)"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    give_up "they can only be installed by root. Run this as root, install sudo, or ask an administrator for:
  apt-get install $(echo $missing)"
  fi
  as_root apt-get update >&2 || say "the package lists could not be brought up to date; trying with the old ones."
  for package in $missing; do
    if apt-cache show --no-all-versions "$package" >/dev/null 2>&1; then available+=("$package"); else unknown+=("$package"); fi
  done
  if [ ${#unknown[@]} -gt 0 ]; then
    say "this system does not offer ${unknown[*]}: CMake fetches a library in its place where it can."
  fi
  if [ ${#available[@]} -gt 0 ]; then
    as_root apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${available[@]}" >&2 ||
      give_up "the packages could not be installed (see above). With a connection to the network, try again."
  fi
}

# build PRESET TARGET…: configures once, then builds; silent when nothing is to be done.
build() {
  local preset=$1 folder=$root/build/$1
  shift
  if [ ! -f "$folder/build.ninja" ]; then (cd "$root" && cmake --preset "$preset") >&2; fi
  if ninja -C "$folder" -n "$@" 2>/dev/null | tail -n 1 | grep -q 'no work to do'; then return; fi
  say "building ($preset)…"
  cmake --build "$folder" --target "$@" >&2
}
