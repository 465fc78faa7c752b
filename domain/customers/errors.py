"""What the customer's desk refuses, in words for the person in front of it."""

from domain.errors import NotFound, RuleBroken


class CustomerUnknown(NotFound):
    """No such customer."""

    code = "customers.unknown"
    sentence = "This customer was not found."


class CustomerNameMissing(RuleBroken):
    """A customer without a name."""

    code = "customers.name_missing"
    sentence = "Enter the customer's name."


class TextTooLong(RuleBroken):
    """A text that nobody typed."""

    code = "customers.text_too_long"
    sentence = "This text is too long: at most {most} characters."


class PhoneRefused(RuleBroken):
    """A text that is no phone number here, and no international one."""

    code = "customers.phone_refused"
    sentence = (
        "“{text}” is not a phone number. Check the digits; "
        "write a number from abroad with + and the country code."
    )


class EmailRefused(RuleBroken):
    """A text that is no e-mail address."""

    code = "customers.email_refused"
    sentence = "“{text}” is not an e-mail address."


class CardDataRefused(RuleBroken):
    """The number of a payment card in a text: it is kept nowhere."""

    code = "customers.card_data_refused"
    sentence = "This looks like the number of a payment card. Take it out; nothing was saved."


class MergedWithItself(RuleBroken):
    """Two names of one customer cannot be merged again."""

    code = "customers.merged_with_itself"
    sentence = "These are one customer already."
