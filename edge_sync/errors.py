"""What can go wrong between a station and its hub, in words for the person in front of it.

CounterfoilError
├── EnvironmentProblem
│   ├── HubUnreachable · AnswerNotSigned · ClockWrong · HubFailed · SyncFailed
│   ├── CertificateNotOurs · CertificateHost · CertificateExpired
├── RuleBroken
│   ├── Refused: StationUnknown · StationRevoked · StationTooOld · HubTooOld · HubBusy
│   │            RequestStale · RequestForged · RequestMalformed · TooLarge · NotOffered
│   ├── CodeMistyped · CodeRefused · CodeExpired · CodeUsedUp · HubNotTheOne
│   ├── StationNumberTaken · NotAHub · NotEnrolled · DecidedAlready · NothingToTake
└── SegmentProblem: SegmentMalformed · SegmentForged · SegmentForeign
"""

from typing import ClassVar

from domain.errors import CounterfoilError, EnvironmentProblem, RuleBroken


class HubUnreachable(EnvironmentProblem):
    """No connection, or it broke off."""

    code = "sync.hub_unreachable"
    sentence = (
        "The hub at {hub} cannot be reached. Work goes on here; "
        "everything is kept and sent when the connection is back."
    )


class AnswerNotSigned(EnvironmentProblem):
    """Something answers that is not the hub: a log-in page of a network, a proxy."""

    code = "sync.answer_not_signed"
    sentence = (
        "Something answers at {hub}, but it is not the hub (perhaps the log-in page of this "
        "network). Nothing was sent to it. Log in to the network, or ask who looks after it."
    )


class HubFailed(EnvironmentProblem):
    """The hub met a defect of its own."""

    code = "sync.hub_failed"
    sentence = (
        "The hub at {hub} could not finish ({status}). Nothing is lost; it is tried again. "
        "If this stays, look into the hub's log."
    )


class SyncFailed(EnvironmentProblem):
    """A defect of ours in the exchange: reported, and tried again."""

    code = "sync.failed"
    sentence = (
        "The exchange with the hub stopped by a fault of the program ({detail}). Nothing is lost; "
        "it is tried again. Send the log file to whoever looks after Counterfoil."
    )


class ClockWrong(EnvironmentProblem):
    """This PC's clock and the hub's differ by more than two minutes."""

    code = "sync.clock_wrong"
    sentence = (
        "The clock of this PC differs from the hub's by {minutes} minutes. "
        "Set date and time (and the time zone) of this PC; nothing is lost meanwhile."
    )


class CertificateNotOurs(EnvironmentProblem):
    """The server's certificate was not issued by the hub that this station was enrolled at."""

    code = "sync.certificate_not_ours"
    sentence = (
        "What answers at {hub} cannot prove that it is your hub. Nothing was sent to it. "
        "Something on the way reads along, or the hub was set up anew: ask who looks after it."
    )


class CertificateHost(EnvironmentProblem):
    """The certificate is for another name."""

    code = "sync.certificate_host"
    sentence = (
        "The hub's certificate does not name {hub}. Nothing was sent. "
        "Start the hub with this name, or use the name that it has."
    )


class CertificateExpired(EnvironmentProblem):
    """The certificate is out of date, and this PC's clock is right."""

    code = "sync.certificate_expired"
    sentence = (
        "The certificate of the hub at {hub} is out of date. Nothing was sent. "
        "Restart the hub: it renews its certificate when it starts."
    )


class Refused(RuleBroken):
    """The hub said no. ``status`` is the HTTP status that carries it."""

    code = "sync.refused"
    sentence = "The hub refused this request. Everything stays here; ask who looks after the hub."
    status: ClassVar[int] = 403


class StationUnknown(Refused):
    """The hub has no station with this identity."""

    code = "sync.station_unknown"
    sentence = "The hub does not know this station. Everything stays here; enrol the station again."
    status = 401


class StationRevoked(Refused):
    """The centre has withdrawn this station's right to exchange."""

    code = "sync.station_revoked"
    sentence = (
        "The centre has withdrawn this station. Everything stays here; ask the centre, "
        "who can enrol it again."
    )


class StationTooOld(Refused):
    """The station speaks a protocol that the hub no longer knows."""

    code = "sync.station_too_old"
    sentence = (
        "This version of Counterfoil is too old for the hub. Everything stays here; "
        "install the newer version, then it is sent."
    )
    status = 426


class HubTooOld(Refused):
    """The hub is older than the station: hubs are updated first."""

    code = "sync.hub_too_old"
    sentence = (
        "The hub is older than this version of Counterfoil. Everything stays here; "
        "update the hub, then it is sent."
    )
    status = 426


class RequestStale(Refused):
    """Time or nonce of a request is not fresh: a repeated one, or a wrong clock."""

    code = "sync.request_stale"
    sentence = (
        "The hub took this request for an old one. Everything stays here; check date and time of "
        "this PC."
    )
    status = 401


class RequestForged(Refused):
    """The signature of a request is not the station's."""

    code = "sync.request_forged"
    sentence = "The hub does not recognise this station's signature; enrol the station again."
    status = 401


class RequestMalformed(Refused):
    """A request that no station of ours makes."""

    code = "sync.request_malformed"
    sentence = "The hub could not read the request ({detail})."
    status = 400


class TooLarge(Refused):
    """A request is larger than the hub takes."""

    code = "sync.too_large"
    sentence = "The request is larger than the hub takes ({limit} bytes)."
    status = 413


class NotOffered(Refused):
    """A verb of the protocol that this hub does not offer."""

    code = "sync.not_offered"
    sentence = "This hub does not offer “{verb}”."
    status = 501


class HubBusy(Refused):
    """The hub's database could not take it now."""

    code = "sync.hub_busy"
    sentence = "The hub is busy. Nothing is lost; it is tried again in a moment."
    status = 503


class CodeMistyped(RuleBroken):
    """The check characters of an enrolment code do not fit."""

    code = "enrolment.mistyped"
    sentence = "This is not an enrolment code: a character is wrong or missing. Type it again."


class CodeRefused(Refused):
    """The hub never gave out this code."""

    code = "enrolment.refused"
    sentence = "The hub does not accept this code ({left} tries left). Ask for a new one."


class CodeExpired(Refused):
    """More than ten minutes have passed."""

    code = "enrolment.expired"
    sentence = "This code has expired: it is good for ten minutes. Ask for a new one."


class CodeUsedUp(Refused):
    """The code enrolled another PC, or was tried too often."""

    code = "enrolment.used_up"
    sentence = "This code has been used. Ask for a new one."


class HubNotTheOne(EnvironmentProblem):
    """The root certificate is not the one that the code names."""

    code = "enrolment.not_the_hub"
    sentence = (
        "What answers at {hub} is not the hub that gave out this code. Nothing was sent to it. "
        "Check the address."
    )


class StationNumberTaken(RuleBroken):
    """A station with this number works at the site."""

    code = "enrolment.number_taken"
    sentence = (
        "Site {site} has a station {number} already. Take another number, or say that the new PC "
        "replaces it: the old one is then withdrawn."
    )


class SiteUnknown(RuleBroken):
    """A code was asked for a site that does not exist."""

    code = "enrolment.site_unknown"
    sentence = "There is no site {site}."


class NotAHub(RuleBroken):
    """Only the centre's replica can be a hub."""

    code = "sync.not_a_hub"
    sentence = "This data belongs to a station, not to the centre: it cannot be a hub."


class NotEnrolled(RuleBroken):
    """The replica has no hub."""

    code = "sync.not_enrolled"
    sentence = "This station is not enrolled at a hub. Ask the centre for a code, then enrol it."


class DecidedAlready(RuleBroken):
    """Somebody decided before."""

    code = "sync.decided_already"
    sentence = "This has been decided already."


class NothingToTake(RuleBroken):
    """A decision does not fit its conflict."""

    code = "sync.nothing_to_take"
    sentence = "This entry cannot be decided in this way."


class SegmentProblem(CounterfoilError):
    """A segment that is not taken. ``code`` travels as the reason of its refusal."""

    code = "segment.refused"
    sentence = "A delivery of changes was not taken ({detail})."


class SegmentMalformed(SegmentProblem):
    """Its bytes are not a segment, or break a limit."""

    code = "segment.malformed"
    sentence = "A delivery of changes was damaged and not taken ({detail})."


class SegmentForged(SegmentProblem):
    """Its signature or its chain of hashes is not right."""

    code = "segment.forged"
    sentence = "A delivery of changes was altered on the way and not taken ({detail})."


class SegmentForeign(SegmentProblem):
    """It comes from a station that may not write this log or scope."""

    code = "segment.foreign"
    sentence = "A delivery of changes came from a station that may not send it ({detail})."


def _family(base: type[CounterfoilError]) -> dict[str, type[CounterfoilError]]:
    found = {base.code: base}
    for kind in base.__subclasses__():
        found |= _family(kind)
    return found


REFUSALS = _family(Refused)
"""Every refusal by its code, as it travels in an answer."""


def from_code(code: str, params: dict[str, object]) -> CounterfoilError:
    """Make an error again from how it was stored; one that is not known is a plain one."""
    return _family(CounterfoilError).get(code, CounterfoilError)(**params)


def refusal(code: str, params: dict[str, object]) -> CounterfoilError:
    """Make the error that a hub's answer names; one of a newer hub becomes a plain refusal."""
    return REFUSALS.get(code, Refused)(**params)
