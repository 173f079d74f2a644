# Sourced by Tools/demo and Tools/test: what the machine must have.

# Installs Debian packages that are missing, saying so; with sudo only when not root.
install_missing() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'install ok installed' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  echo "Paquets Debian manquants / missing Debian packages:$missing"
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

# Installs what only judges our files in tests; without network or rights the tests go without it.
install_judges() {
  command -v dpkg-query > /dev/null 2>&1 || return 0
  install_missing "$@" || {
    echo "Juges non installés, leurs tests seront sautés / judges not installed, their tests are skipped."
  }
}

# Offers swift.org's own installer where no Swift toolchain is found.
require_swift() {
  command -v swift > /dev/null 2>&1 && return 0
  cat >&2 <<'END'
Aucune chaîne Swift trouvée. / No Swift toolchain found.
Installez-la avec l'installeur de swift.org, puis relancez / install it with swift.org's own
installer, then run this again:

  curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz
  tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init
  . "${SWIFTLY_HOME_DIR:-$HOME/.local/share/swiftly}/env.sh"
END
  exit 1
}

prepare() {
  if command -v dpkg-query > /dev/null 2>&1; then
    install_missing libsqlite3-dev libssl-dev openssl libexpat1-dev zlib1g-dev "$@"
  fi
  require_swift
}
