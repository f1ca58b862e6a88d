"""Ids sort as they were made; codes survive a keyboard scanner."""

import threading
import time
from itertools import pairwise
from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from mdi_desk.kernel.ids import CROCKFORD, code, normal_code, uuid7


def test_uuid7_is_what_the_rfc_says() -> None:
    before = time.time_ns() // 1_000_000
    found = uuid7()
    after = time.time_ns() // 1_000_000
    assert (found.version, found.variant) == (7, RFC_4122)
    assert before <= found.int >> 80 <= after + 10


def test_uuid7_sorts_in_the_order_made_within_a_millisecond_too() -> None:
    found = [uuid7() for _ in range(20_000)]
    assert sorted(found) == found
    assert len(set(found)) == len(found)


def test_uuid7_from_many_threads_is_never_twice() -> None:
    found: list[UUID] = []

    def make() -> None:
        found.extend([uuid7() for _ in range(3000)])

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 12_000


def test_codes_have_no_doubled_and_no_mistakable_character() -> None:
    for _ in range(500):
        found = code(11)
        assert len(found) == 11
        assert set(found) <= set(CROCKFORD)
        assert not set(found) & set("ILOU")
        assert all(one != two for one, two in pairwise(found))
    assert len({code() for _ in range(500)}) == 500


def test_a_code_as_people_type_it() -> None:
    assert normal_code(" t0i-l5 o.9x ") == "T01150" + "9X"


@given(st.text(alphabet=CROCKFORD, min_size=1))
def test_a_code_is_its_own_normal_form(text: str) -> None:
    assert normal_code(text) == text
    assert normal_code("-".join(text.lower())) == text
