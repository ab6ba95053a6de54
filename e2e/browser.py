"""Headless Chromium of the system, watched: what the console says, which addresses are asked for, what axe-core finds.

The browser and its driver are those of Debian, by path; nothing is downloaded.
"""

import base64
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains

CHROMIUM = Path("/usr/bin/chromium")
CHROMEDRIVER = Path("/usr/bin/chromedriver")
AXE = Path(__file__).parents[1] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-lcd-text",
    "--hide-scrollbars", "--lang=en", "--force-color-profile=srgb",
)  # fmt: skip
GRAVE = ("serious", "critical")
_RUN_AXE = """
const done = arguments[arguments.length - 1];
const wanted = {resultTypes: ["violations"], preload: false};  // it fetches style sheets, which a site forbids
axe.run(document, wanted).then((found) => done(found.violations), (why) => done(String(why)));
"""


@dataclass(slots=True)
class Tab:
    """One page after another in a browser that is watched."""

    driver: Chrome
    home: str
    allowed: list[str] = field(default_factory=list)
    """Words of console errors that a test provokes on purpose."""

    def open(self, path: str) -> None:
        """Load a page of the desk and let its islands wake."""
        self.driver.get("about:blank")  # a page that differs in its hash alone would not be loaded again
        self.driver.get(self.home + path)
        self.settle()

    def settle(self) -> None:
        """Wait until no island is loading and no request of htmx is under way."""
        self.wait_for("!document.querySelector('[data-woken=loading], .htmx-request, progress[aria-label=Computing]')")

    def wait_for(self, condition: str, seconds: float = 60) -> None:
        """Wait until an expression of the page holds, which may be the next page by then; at most so many seconds."""
        end = time.monotonic() + seconds
        while not self.ask(condition):
            assert time.monotonic() < end, f"never: {condition}"
            time.sleep(0.02)

    def ask(self, expression: str) -> Any:
        """The value of an expression of the page."""
        return self.driver.execute_script(f"return ({expression})")

    def paints(self) -> dict[str, float]:
        """Milliseconds from asking for this page until anything was drawn ("first-paint"), and until words were."""
        self.wait_for("performance.getEntriesByName('first-contentful-paint').length")
        found = self.ask("performance.getEntriesByType('paint').map((each) => [each.name, each.startTime])")
        return {name: float(at) for name, at in found}

    def forget(self) -> None:
        """Keep no file of a page seen before."""
        self.send("Network.enable")
        self.send("Network.clearBrowserCache")

    def send(self, command: str, **values: object) -> Any:
        """A command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(command, values)

    def size(self, width: int, height: int) -> None:
        """Make the page so large, in CSS pixels."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=False)  # fmt: skip

    def theme(self, name: str) -> None:
        """Ask for a light or dark page."""
        wanted = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}
        self.send("Emulation.setEmulatedMedia", features=[{"name": key, "value": wanted[key]} for key in wanted])

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def faults(self) -> list[str]:
        """Errors of the console, and addresses of others that were asked for, since the last call."""
        said = [each["message"] for each in self.driver.get_log("browser") if each["level"] == "SEVERE"]
        wrong = [line for line in said if not any(words in line for words in self.allowed)]
        return wrong + [f"asked for {url}" for url in self._requests() if not self._is_ours(url)]

    def find_barriers(self) -> list[str]:
        """What axe-core finds serious or critical, one a line."""
        self.driver.execute_script(AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(_RUN_AXE)
        assert isinstance(found, list), found
        return [f"{each['id']}: {each['help']}: {node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
                for each in found if each["impact"] in GRAVE for node in each["nodes"]]  # fmt: skip

    def picture(self) -> bytes:
        """The page in view as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def _requests(self) -> Iterator[str]:
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                yield message["params"]["request"]["url"]

    def _is_ours(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in ("data", "about", "blob") or f"{parts.scheme}://{parts.netloc}" == self.home


def check_installed() -> None:
    """See that browser and driver are there.

    Raises:
        SystemExit: they are not; says what to do.
    """
    missing = [str(path) for path in (CHROMIUM, CHROMEDRIVER) if not path.is_file()]
    if missing:
        raise SystemExit(f"{', '.join(missing)} missing: install Debian's packages chromium and chromium-driver.")
    if not AXE.is_file():
        raise SystemExit(f"{AXE} missing: run `make frontend`.")


@contextmanager
def start_browser(*flags: str) -> Iterator[Chrome]:
    """A browser with a profile of its own."""
    check_installed()
    with TemporaryDirectory(prefix="dragoman-e2e-", ignore_cleanup_errors=True) as profile:
        options = ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for flag in (*FLAGS, f"--user-data-dir={profile}", *flags):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = Chrome(options, Service(str(CHROMEDRIVER), log_output=subprocess.DEVNULL))
        driver.set_script_timeout(60)
        driver.get("about:blank")
        for log in ("browser", "performance"):
            driver.get_log(log)  # what the browser's own first page asked for
        try:
            yield driver
        finally:
            driver.quit()
