"""What the company's set-up says no to."""

from domain.errors import NotFound, RuleBroken


class SiteTaken(RuleBroken):
    """Two sites with one number."""

    code = "company.site_taken"
    sentence = "Site number {number} is in use already. Choose another."


class CompanyInvalid(RuleBroken):
    """A field of a new company cannot be what was given."""

    code = "company.invalid"
    sentence = "“{value}” cannot be the company's {field}. Nothing was made; {rule}."


class NoCompany(NotFound):
    """The replica holds no company yet."""

    code = "company.none"
    sentence = "There is no company on this PC yet. Create one, or enrol this PC at a hub."
