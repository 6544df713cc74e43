#!/usr/bin/env bash
# System packages for the browser tests, the pictures in docs/ and the script of the page (web/), on Debian and
# Ubuntu. sayso itself needs none.
set -euo pipefail

PACKAGES=(chromium fonts-dejavu-core fonts-liberation)
# Any Node from 18 on will do; a newer one than the distribution's is left as it is.
command -v node >/dev/null && command -v npm >/dev/null || PACKAGES+=(nodejs npm)

missing=()
for package in "${PACKAGES[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $state == installed ]] || missing+=("$package")
done

if ((${#missing[@]} == 0)); then
  echo "System packages are there: ${PACKAGES[*]}"
  exit 0
fi

as_root=()
if ((EUID != 0)); then as_root=(sudo); fi

echo "Installing system packages: ${missing[*]}"
"${as_root[@]}" apt-get update --quiet --quiet
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet --no-install-recommends "${missing[@]}"
