"""Scanner or person: the detector alone, with times given."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.wedge import Key, Verdict, WedgeDetector, WedgeSettings, learned


def feed(detector: WedgeDetector[str], text: str, start: int, gap: int) -> tuple[str, int]:
    """Press the characters of a text; gives what was given back, and the time after it."""
    given_back, at = "", start
    for character in text:
        judgement = detector.press(Key.TEXT, character, at, character)
        given_back += "".join(judgement.give_back)
        at += gap
    return given_back, at


def test_a_burst_with_a_terminator_is_a_scan() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    given_back, at = feed(detector, "4006381333931", 1000, 4)
    judgement = detector.press(Key.END, "", at, "\n")
    assert given_back == ""
    assert (judgement.verdict, judgement.scan) == (Verdict.SWALLOW, "4006381333931")


def test_typing_is_given_back_key_by_key() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    given_back, at = feed(detector, "hello", 1000, 120)
    judgement = detector.press(Key.END, "", at, "\n")
    assert given_back + "".join(judgement.give_back) == "hello"
    assert (judgement.verdict, judgement.scan) == (Verdict.PASS, "")


def test_a_quick_roll_over_of_two_keys_is_no_scan() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    feed(detector, "th", 1000, 10)
    judgement = detector.press(Key.END, "", 1020, "\n")
    assert judgement.verdict is Verdict.PASS
    assert judgement.give_back == ("t", "h")


def test_cr_lf_ends_one_scan_and_the_lf_presses_nothing() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    _, at = feed(detector, "12345678", 1000, 4)
    assert detector.press(Key.END, "", at, "\r").scan == "12345678"
    following = detector.press(Key.END, "", at + 3, "\n")
    assert (following.verdict, following.scan) == (Verdict.SWALLOW, "")


def test_shift_and_control_do_not_break_a_burst() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    feed(detector, "AB", 1000, 4)
    assert detector.press(Key.MODIFIER, "", 1007, "shift").verdict is Verdict.PASS
    feed(detector, "CD", 1010, 4)
    assert detector.press(Key.END, "", 1018, "\n").scan == "ABCD"


def test_a_function_key_ends_the_waiting() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    feed(detector, "ab", 1000, 4)
    judgement = detector.press(Key.OTHER, "", 1010, "F2")
    assert (judgement.verdict, judgement.give_back) == (Verdict.PASS, ("a", "b"))


def test_without_terminator_a_pause_ends_the_scan_if_so_set() -> None:
    detector: WedgeDetector[str] = WedgeDetector(WedgeSettings(needs_terminator=False))
    feed(detector, "12345678", 1000, 4)
    assert detector.expire().scan == "12345678"
    feed(detector, "87654321", 2000, 4)
    late = detector.press(Key.TEXT, "9", 2300, "9")
    assert (late.scan, late.give_back) == ("87654321", ())


def test_a_configured_prefix_allows_a_slow_scanner() -> None:
    settings = WedgeSettings(prefix="~", prefix_gap_ms=100)
    detector: WedgeDetector[str] = WedgeDetector(settings)
    _, at = feed(detector, "~12345678", 1000, 80)
    assert detector.press(Key.END, "", at, "\n").scan == "12345678"


def test_an_input_methods_burst_is_a_scan_and_its_words_are_not() -> None:
    detector: WedgeDetector[str] = WedgeDetector()
    detector.compose(1000)
    assert detector.commit("6901234567892", 1080) == "6901234567892"
    detector.compose(2000)
    assert detector.commit("6901234567892", 4000) == ""
    assert detector.commit("\u725b\u5976", 5000) == ""
    assert detector.commit("hello you", 5000) == ""
    assert detector.commit("\uff16\uff19\uff10\uff11\uff12\uff13\uff14", 6000) == "6901234"


def test_the_gap_is_learned_from_known_scans() -> None:
    assert learned(WedgeSettings(), []).gap_ms == 35
    assert learned(WedgeSettings(), [2, 4, 11]).gap_ms == 22
    assert learned(WedgeSettings(), [2, 90]).gap_ms == 60


keys = st.lists(
    st.tuples(st.sampled_from("abc123\x1d\n"), st.integers(0, 200)), min_size=1, max_size=60
)


@given(keys)
def test_no_key_is_ever_lost_or_doubled(presses: list[tuple[str, int]]) -> None:
    """Whatever the rhythm: every key is in a scan, given back, passed, or a swallowed LF."""
    detector: WedgeDetector[str] = WedgeDetector()
    at, out, sent = 1000, "", ""
    for character, pause in presses:
        at += pause
        if character == "\n":
            judgement = detector.press(Key.END, "", at, character)
        else:
            sent += character
            judgement = detector.press(Key.TEXT, character, at, character)
        out += "".join(judgement.give_back) + judgement.scan
    out += "".join(detector.expire().give_back)
    assert out == sent
