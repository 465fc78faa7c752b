"""What access refuses, in words for the person in front of it.

RuleBroken
├── SignInRefused · TooManyTries · LockedOut · PinNeeded
├── PinNotDigits · PinTooShort · PinTooSimple · PinMinimumRefused
├── NameMissing · LoginTaken · BadgeTaken · BadgeRefused · UnknownPermission · LastManager
├── ReasonMissing
├── NotFound: UserUnknown · RoleUnknown
└── NotPermitted: SelfApproval · ApprovalUsed · ApprovalExpired · ApprovalForSomethingElse
"""

from domain.errors import NotFound, NotPermitted, RuleBroken


class SignInRefused(RuleBroken):
    """Name and PIN do not belong together; whether the name exists is not said."""

    code = "access.sign_in_refused"
    sentence = "The name and the PIN do not match. Try again, or ask a supervisor."


class TooManyTries(RuleBroken):
    """The delay after several wrong PINs has not passed."""

    code = "access.too_many_tries"
    sentence = "Too many wrong tries. Wait {seconds} seconds, then try again."


class LockedOut(RuleBroken):
    """So many wrong PINs that waiting does not help any more."""

    code = "access.locked_out"
    sentence = "This name is locked after too many wrong tries. A supervisor must unlock it."


class PinNeeded(RuleBroken):
    """None of the user's roles may sign on by badge alone."""

    code = "access.pin_needed"
    sentence = "The badge alone is not enough here. Enter your PIN as well."


class PinNotDigits(RuleBroken):
    """A PIN holds something other than digits, or is too long."""

    code = "access.pin_not_digits"
    sentence = "A PIN has digits only, at most {longest}."


class PinTooShort(RuleBroken):
    """A PIN is shorter than the company asks for."""

    code = "access.pin_too_short"
    sentence = "A PIN needs at least {minimum} digits."


class PinTooSimple(RuleBroken):
    """A PIN that everybody tries first."""

    code = "access.pin_too_simple"
    sentence = "This PIN is too easy to guess. Avoid repeated digits and digits in a row."


class PinMinimumRefused(RuleBroken):
    """The company's shortest PIN may not be that short, or that long."""

    code = "access.pin_minimum"
    sentence = "The shortest PIN can be set to {least} to {most} digits."


class NameMissing(RuleBroken):
    """A user or role without a name."""

    code = "access.name_missing"
    sentence = "Enter a name."


class LoginTaken(RuleBroken):
    """Two users cannot sign on by one name."""

    code = "access.login_taken"
    sentence = "The sign-on name “{login}” is taken. Choose another."


class BadgeTaken(RuleBroken):
    """A badge belongs to one user."""

    code = "access.badge_taken"
    sentence = "This badge belongs to {name}. Take it from there first."


class BadgeRefused(RuleBroken):
    """What was read is no badge."""

    code = "access.badge_refused"
    sentence = "That is not a badge. Hold the badge to the reader again."


class UnknownPermission(RuleBroken):
    """A right that the product does not have."""

    code = "access.unknown_permission"
    sentence = "There is no right “{permission}”."


class LastManager(RuleBroken):
    """Nobody would be left who can manage users."""

    code = "access.last_manager"
    sentence = "Nobody would be left who can manage users. Give someone else that right first."


class ReasonMissing(RuleBroken):
    """An approval without a reason."""

    code = "access.reason_missing"
    sentence = "Say why. The reason is kept with the approval."


class UserUnknown(NotFound):
    """No such user."""

    code = "access.user_unknown"
    sentence = "This user was not found."


class RoleUnknown(NotFound):
    """No such role."""

    code = "access.role_unknown"
    sentence = "This role was not found."


class SelfApproval(NotPermitted):
    """Actor and approver are one person."""

    code = "access.self_approval"
    sentence = "{actor} cannot approve their own step. Ask another supervisor."


class ApprovalUsed(NotPermitted):
    """An approval is good for one use."""

    code = "access.approval_used"
    sentence = "This approval was used already. Ask a supervisor again."


class ApprovalExpired(NotPermitted):
    """An approval is good for a few minutes."""

    code = "access.approval_expired"
    sentence = "This approval is too old. Ask a supervisor again."


class ApprovalForSomethingElse(NotPermitted):
    """The approval was given for another right, document or amount."""

    code = "access.approval_for_something_else"
    sentence = "The approval was given for something else. Ask a supervisor to approve this step."
