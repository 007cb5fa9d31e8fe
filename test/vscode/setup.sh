#!/usr/bin/env bash
# Installs what the tests in a real VS Code workbench stand on, from Debian's packages and the npm registry alone, at
# the versions of the lock files. Quick when all of it is there.
set -euo pipefail
cd "$(dirname "$0")"

if [ ! -x /usr/bin/chromium ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi

done=node_modules/.set-up
if ! cmp -s package-lock.json "$done"; then
  # Without scripts: code-server's own set-up compiles addons for minutes, and its server runs without them.
  npm ci --ignore-scripts --loglevel=error
  for folder in vscode vscode/extensions; do
    # code-server ships a lock file of VS Code's own packages; it was made without peers.
    (cd "node_modules/code-server/lib/$folder" && npm ci --omit=dev --legacy-peer-deps --ignore-scripts --loglevel=error)
  done
  cp package-lock.json "$done"
fi
