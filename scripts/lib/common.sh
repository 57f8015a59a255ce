# Shared by the scripts: says what happens, installs what is missing, finds the compilers.
# Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build="$root/build"
mkdir -p "$build"

say() { printf '\033[1m· %s\033[0m\n' "$*"; }
die() { printf 'Sorry: %s\n' "$*" >&2; exit 1; }

# need_packages NAME ... : installs the Debian packages that are missing. Asks no network when all are there.
need_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing Debian packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "these packages are needed, and only root can install them: ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$build/apt.log" 2>&1 \
    || { tail -5 "$build/apt.log" >&2; die "apt-get could not install them; the whole log is in build/apt.log"; }
}

# need_npm : installs the packages of package-lock.json when they changed.
need_npm() {
  local stamp="$build/npm.stamp"
  cmp -s "$root/package-lock.json" "$stamp" && [ -d "$root/node_modules" ] && return
  say "Installing npm packages"
  (cd "$root" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
  cp "$root/package-lock.json" "$stamp"
}

# use_emscripten : an Emscripten on PATH (emsdk) wins; else Debian's.
use_emscripten() {
  if ! command -v emcc >/dev/null; then need_packages emscripten; fi
  case "$(readlink -f "$(command -v emcc)")" in
    /usr/share/emscripten/*|/usr/bin/*)
      # Debian's emcc is run by Debian's node modules, even when another Node comes first on PATH.
      export NODE_PATH=/usr/share/nodejs:/usr/lib/nodejs EMSCRIPTEN_LICENCE=/usr/share/doc/emscripten/copyright ;;
    *) EMSCRIPTEN_LICENCE=$(dirname "$(readlink -f "$(command -v emcc)")")/LICENSE; export EMSCRIPTEN_LICENCE ;;
  esac
}
