"""Two servers for the tests that only read: of one story, and of one more with 300 articles."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from tests.present.web.served import MANY, MadeDesk, serving

from sayso.present.web.settings import Limits, Settings

PATIENT = replace(Limits(), burst=100_000)


@pytest.fixture(scope="package")
def small() -> Iterator[httpx.Client]:
    with serving(MadeDesk(), Settings(limits=PATIENT)) as client:
        yield client


@pytest.fixture(scope="package")
def client() -> Iterator[httpx.Client]:
    with serving(MadeDesk(MANY), Settings(limits=PATIENT)) as client:
        yield client
