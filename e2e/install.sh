# Installs the browser of the end-to-end tests and its driver from Debian's packages, if they are not there.
set -eu
if [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "The end-to-end tests need /usr/bin/chromium and /usr/bin/chromedriver: install Debian's packages chromium and chromium-driver." >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver
