# Dear ImGui's sources. Sourced after common.sh; sets IMGUI_DIR.
#
# Debian 12 has 1.86 and no sources of it. 1.92 (crisp text at any scale) is a source package of a newer suite, which
# is read here with lists and a cache of our own: the system's apt configuration is not touched.
imgui_version=1.92.2b+ds-1
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48   # of the .orig tarball

# The mirror that this machine uses already, as apt itself reads its configuration.
debian_mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' | awk '/\/debian\/*$/ && !found++'
}

fetch_imgui() {
  local work="$build/imgui-source" mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || die "no Debian mirror found in /etc/apt; point IMGUI_DIR at Dear ImGui 1.92.2 or later"
  say "Fetching Dear ImGui ${imgui_version%+*} (a Debian source package)"
  rm -rf "$work" && mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/parts"
  local suite
  for suite in forky sid; do   # the first that has it is enough
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$mirror" "$suite" "$keyring" >"$work/parts/$suite.sources"
  done
  local apt=(apt-get -qq -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work/cache" -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root)
  "${apt[@]}" update || say "One of the suites could not be read; going on with what there is"
  (cd "$work" && "${apt[@]}" --download-only source "imgui=$imgui_version") \
    || die "the mirror has no imgui $imgui_version; point IMGUI_DIR at Dear ImGui 1.92.2 or later"
  echo "$imgui_sha256  $work/imgui_${imgui_version%-*}.orig.tar.xz" | sha256sum --check --quiet || die "Dear ImGui's checksum is not the pinned one"
  mkdir -p "$build/third_party/imgui.new"
  tar -xJf "$work/imgui_${imgui_version%-*}.orig.tar.xz" -C "$build/third_party/imgui.new" --strip-components=1
  rm -rf "$build/third_party/imgui" "$work" && mv "$build/third_party/imgui.new" "$build/third_party/imgui"
}

use_imgui() {
  if [ -z "${IMGUI_DIR:-}" ]; then
    IMGUI_DIR="$build/third_party/imgui"
    [ -f "$IMGUI_DIR/imgui.h" ] || { need_packages xz-utils debian-archive-keyring; fetch_imgui; }
  fi
  local number
  number=$(grep -oE 'IMGUI_VERSION_NUM +[0-9]+' "$IMGUI_DIR/imgui.h" | grep -oE '[0-9]+$') || die "no imgui.h in $IMGUI_DIR"
  [ "$number" -ge 19220 ] || die "Dear ImGui in $IMGUI_DIR is $number; 19220 (1.92.2) or later is needed"
  export IMGUI_DIR
}
