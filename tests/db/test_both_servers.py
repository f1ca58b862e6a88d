"""The core once more on the PostgreSQL that this machine has installed: the tests marked ``both_servers``.

The same by hand: ``./desk test --cluster -m both_servers``.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.database import system_programs

ROOT = Path(__file__).resolve().parents[2]
# The long forms have their own runs, here as there.
CORE = "both_servers and not (hostile_long or faults_long or bench)"


@pytest.mark.timeout(600)
@pytest.mark.skipif(system_programs() is None, reason="this machine has no PostgreSQL of its own")
@pytest.mark.skipif("MDI_TEST_SERVER" in os.environ, reason="this is that run")
def test_the_core_on_the_machines_own_postgresql() -> None:
    options = ["-q", "-m", CORE, "-p", "no:cacheprovider", "--tb=short"]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", *options, "tests"],
        cwd=ROOT,
        env={**os.environ, "MDI_TEST_SERVER": "system"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    assert " passed" in done.stdout
