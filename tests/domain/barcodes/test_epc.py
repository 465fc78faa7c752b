"""Tag contents to trade identities and back."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.barcodes import EpcRefused, check_digit, epc
from domain.barcodes.testing import interpret

SGTIN = "3034257bf7194e4000001a85"  # the example of the Tag Data Standard


def decode(hexadecimal: str) -> dict[str, object]:
    return interpret("epc", {"hex": hexadecimal})


def test_the_example_of_the_standard() -> None:
    assert decode(SGTIN) == {
        "scheme": "sgtin-96",
        "filter": 1,
        "uri": "urn:epc:id:sgtin:0614141.812345.6789",
        "gtin": "80614141123458",
        "serial": "6789",
    }
    asked = {"scheme": "sgtin-96", "gtin": "80614141123458", "serial": "6789"}
    asked |= {"company_prefix_length": 7, "filter": 1}
    assert interpret("epc_encode", asked) == {"hex": SGTIN}
    assert epc.decode(bytes.fromhex(SGTIN)).serial == "6789"


def test_the_sscc_example_of_the_standard() -> None:
    found = decode("3114257bf4499602d2000000")
    assert found["uri"] == "urn:epc:id:sscc:0614141.1234567890"
    assert found["sscc"] == "106141412345678908"


@pytest.mark.parametrize(
    ("hexadecimal", "error"),
    [
        ("", "empty"),
        ("0" * 24, "blank_tag"),
        ("3034257bf7194e4000001a", "too_short"),
        ("e28011606000020000000000", "not_gs1"),
        ("zz", "not_gs1"),
        ("303c257bf7194e4000001a85", "bad_partition"),
        ("3114257bf4499602d2000001", "reserved_bits"),
        ("30180000000000000000000f"[:4] + "f" * 20, "out_of_range"),
        (SGTIN + "00000001", "out_of_range"),
    ],
)
def test_what_is_no_identity_is_refused(hexadecimal: str, error: str) -> None:
    assert decode(hexadecimal) == {"error": error}


def test_padding_behind_the_identity_is_allowed() -> None:
    assert decode(SGTIN + "00000000")["serial"] == "6789"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"serial": "007"}, "leading_zero_serial"),
        ({"serial": str(2**38)}, "serial_too_large"),
        ({"serial": "A1"}, "serial_not_numeric"),
        ({"gtin": "80614141123459"}, "check_digit"),
        ({"company_prefix_length": 13}, "company_prefix"),
        ({"filter": 8}, "filter"),
        ({"scheme": "giai-96"}, "unknown_scheme"),
    ],
)
def test_a_tag_is_never_written_with_a_changed_identity(
    changes: dict[str, object], error: str
) -> None:
    asked = {"scheme": "sgtin-96", "gtin": "80614141123458", "serial": "1"}
    asked |= {"company_prefix_length": 7, "filter": 1, **changes}
    assert interpret("epc_encode", asked) == {"error": error}


@given(
    st.text("0123456789", min_size=13, max_size=13),
    st.integers(0, 2**38 - 1),
    st.integers(6, 12),
    st.integers(0, 7),
)
def test_every_item_reads_back_as_it_was_written(
    payload: str, serial: int, length: int, filter_value: int
) -> None:
    gtin = f"{payload}{check_digit(payload)}"
    tag = epc.encode_sgtin(
        gtin, str(serial), company_prefix_length=length, filter_value=filter_value
    )
    found = epc.decode(tag)
    assert (found.gtin, found.serial, found.filter) == (gtin, str(serial), filter_value)


@given(st.text("0123456789", min_size=17, max_size=17), st.integers(6, 12))
def test_every_logistic_unit_reads_back_as_it_was_written(payload: str, length: int) -> None:
    sscc = f"{payload}{check_digit(payload)}"
    tag = epc.encode_sscc(sscc, company_prefix_length=length, filter_value=2)
    assert epc.decode(tag).sscc == sscc


@given(st.binary(max_size=20))
def test_no_bytes_raise_anything_but_the_typed_error(tag: bytes) -> None:
    with contextlib.suppress(EpcRefused):
        assert epc.decode(tag).uri.startswith("urn:epc:id:")


def test_a_refusal_says_which_rule_was_broken() -> None:
    with pytest.raises(EpcRefused, match="bad_partition"):
        epc.decode("303c257bf7194e4000001a85")
