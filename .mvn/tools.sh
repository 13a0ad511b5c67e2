# Finds what building and running need; sourced by ./run, ./test and .ci/run (bash 3.2 and later).

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# The major version of a JDK folder, 0 if it is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version=""
  [ -r "$1/release" ] && version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${version:-0}"
}

# Sets and exports JAVA_HOME to a JDK 25 or later.
find_jdk() {
  local on_path="" candidate seen=""
  if command -v javac >/dev/null 2>&1; then
    on_path=$(command -v javac)
    while [ -L "$on_path" ]; do
      candidate=$(readlink "$on_path")
      case $candidate in /*) on_path=$candidate ;; *) on_path=$(dirname "$on_path")/$candidate ;; esac
    done
    on_path=$(cd "$(dirname "$on_path")/.." && pwd)
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ -n "$candidate" ] || continue
    local version
    version=$(jdk_version "$candidate")
    if [ "$version" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
    [ "$version" -gt 0 ] && seen="$seen $version"
  done
  fail "Patchbay needs a JDK 25 or newer${seen:+ (found only:$seen)}. Install one, for example Temurin 25, or set JAVA_HOME to it."
}

# Sets MVN.
find_maven() {
  local candidate
  for candidate in "$(command -v mvn || true)" /opt/maven/bin/mvn /opt/*maven*/bin/mvn /usr/share/maven/bin/mvn \
    "$HOME"/.sdkman/candidates/maven/current/bin/mvn; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      MVN=$candidate
      return
    fi
  done
  fail "Patchbay is built with Maven 3.8 or newer, and there is no mvn on the PATH. Install it (apt install maven, brew install maven) and try again."
}

node_version() {
  command -v node >/dev/null 2>&1 && node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'
}

# Gets a Node 24 or later: the machine's own, or one from the npm registry in build/node. Puts it
# first on the PATH and names its folder for Vaadin in NODE_FOLDER, which stays empty for the machine's own.
find_node() {
  local root=$1 folder=$1/build/node
  NODE_FOLDER=""
  [ "$(node_version || echo 0)" -ge 24 ] 2>/dev/null && return
  if [ ! -x "$folder/node" ] && command -v npm >/dev/null 2>&1; then
    say "Getting Node 24 (once) ..."
    mkdir -p "$folder"
    echo '{"private": true}' >"$folder/package.json"
    (cd "$folder" && npm install --silent --no-audit --no-fund --no-save node@24 npm@11 >&2 &&
      ln -sf node_modules/node/bin/node node) ||
      say "Node 24 could not be installed; the build tries to get its own."
  fi
  if [ -x "$folder/node" ]; then
    NODE_FOLDER=$folder
    PATH=$folder/node_modules/.bin:$PATH
    export PATH
  fi
}

# Sets and exports PATCHBAY_CHROMIUM to a Chromium or Chrome for the browser tests.
find_chromium() {
  local candidate
  for candidate in "${PATCHBAY_CHROMIUM:-}" "$(command -v chromium || true)" "$(command -v chromium-browser || true)" \
    "$(command -v google-chrome || true)" "$(command -v google-chrome-stable || true)" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome \
    "$HOME"/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      PATCHBAY_CHROMIUM=$candidate
      export PATCHBAY_CHROMIUM
      return
    fi
  done
  return 1
}

# The same, but gets one where there is none.
require_chromium() {
  find_chromium && return
  say "Getting Chromium for the browser tests (once) ..."
  npx --yes playwright@1.62.0 install chromium >&2 && find_chromium && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get -qq update && apt-get -qq install -y chromium fonts-liberation >&2 && find_chromium && return
  fi
  fail "The browser tests need Chromium or Chrome: install one, or set PATCHBAY_CHROMIUM to its program."
}
