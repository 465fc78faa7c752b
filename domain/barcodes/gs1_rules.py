"""Which GS1 elements need, and which forbid, one another; where their check digits sit.

Source: GS1 General Specifications, 4.13 and 4.14 (mandatory and invalid pairs), 7.9 (check
digits), as tabulated in the public GS1 Barcode Syntax Dictionary. A pattern is the beginning
of an application identifier: ``31`` stands for every 31nn.
"""

_ITEM = "01 02 03 8006 8026"
_TRADE = "01 02"
_MEASURED = "01 02"
_LOGISTIC = "00 01"
_VARIABLE = "30 31 32 35 36"

# (identifiers or their beginnings, one line for each group of which one must be there)
_NEEDS_TABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("02", ("37",)),
    ("10 11 13 15 16 20 240 241 242 422", (_ITEM,)),
    ("17", (_ITEM + " 255",)),
    ("12 391", ("8020",)),
    ("21", ("01 03 8006",)),
    ("22 235 243 337 710 711 712 713 714 715 716 717 8001 8200", ("01",)),
    ("250", ("01 03 8006", "21")),
    ("251 7021 7240 8012", ("01 8006",)),
    ("254", ("414",)),
    ("30 423 424 425 426 8005 8008", (_TRADE,)),
    ("310 311 312 313 314 315 316", (_MEASURED,)),
    ("320 321 322 323 324 325 326 327 328 329", (_MEASURED,)),
    ("350 351 352 356 357 360 361 364 365 366", (_MEASURED,)),
    ("330 331 332 333 334 335 336", (_LOGISTIC,)),
    ("340 341 342 343 344 345 346 347 348 349", (_LOGISTIC,)),
    ("353 354 355 362 363 367 368 369 8009", (_LOGISTIC,)),
    ("37", ("00", "02 8026")),
    ("390", ("255 8020",)),
    ("392", ("01", _VARIABLE)),
    ("393 395", (_VARIABLE,)),
    ("394 8111", ("255",)),
    ("403", ("00",)),
    ("4300 4301 4302 4304 4305 4306 4307 4308 4309", ("00",)),
    ("4310 4311 4312 4314 4315 4316 4317 4318 4319 4320", ("00",)),
    ("4321 4322 4323 4324 4325 4326 4330 4331 4332 4333", ("00",)),
    ("4303", ("4302",)),
    ("4313", ("4312",)),
    ("415", ("8020",)),
    ("427", (_TRADE, "422")),
    ("7001", (_ITEM,)),
    ("7002 7003 7005 7006 7007 7008 7009 7010 7011 703", (_TRADE,)),
    ("7004", ("01", "10")),
    ("7020", ("01 8006", "416")),
    ("7022", ("7021",)),
    ("723", ("01 8004",)),
    ("7241 7242 8019", ("8017 8018",)),
    ("8007 8020", ("415",)),
    ("8011", ("8010",)),
    ("8026", ("37",)),
    ("8030", ("00 01 253 255 8003 8004 8006 8010 8017 8018",)),
)

_FORBIDS_TABLE: tuple[tuple[str, str], ...] = (
    ("01", "02 255 37"),
    ("03", "01 02 255 37"),
    ("21", "235"),
    ("255", "01 02 415 8006 8020 8026"),
    ("390", "391 394 8111"),
    ("392", "393"),
    ("394", "8111"),
    ("395", "392 393 8005"),
    ("420", "421"),
    ("421", "4307"),
    ("422 423 424 425", "426"),
    ("4330", "4331"),
    ("4332", "4333"),
    ("8006", "01 37"),
    ("8017", "8018"),
    ("8026", "02 8006"),
)

# Measures and amounts whose last digit only says where the decimal point is: one of each.
_ONE_OF_EACH = ("31", "32", "33", "34", "35", "36", "39")

# Beginning of an identifier: the part of its value that ends in a check digit.
_CHECKED: dict[str, slice] = {
    "00": slice(18),
    "01": slice(14),
    "02": slice(14),
    "03": slice(14),
    "253": slice(13),
    "255": slice(13),
    "402": slice(17),
    "41": slice(13),
    "8003": slice(1, 14),
    "8006": slice(14),
    "8017": slice(18),
    "8018": slice(18),
    "8026": slice(14),
}


def _needs() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for names, groups in _NEEDS_TABLE:
        parted = tuple(tuple(group.split()) for group in groups)
        for name in names.split():
            table[name] = table.get(name, ()) + parted
    return table


def _forbids() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for names, others in _FORBIDS_TABLE:
        for name in names.split():
            table[name] = table.get(name, ()) + tuple(others.split())
    return table


_NEEDS = _needs()
_FORBIDS = _forbids()


def checked_part(ai: str) -> slice | None:
    """Give the part of this identifier's value that ends in a check digit, or None."""
    return _CHECKED.get(ai) or _CHECKED.get(ai[:2] if ai.startswith("41") else "")


def belong_together(identifiers: list[str]) -> bool:
    """Whether GS1 allows these application identifiers in one message."""
    present = set(identifiers)
    for ai in present:
        for beginning in (ai, ai[:3]):
            if any(not _any(present, group) for group in _NEEDS.get(beginning, ())):
                return False
            if _any(present - {ai}, _FORBIDS.get(beginning, ())):
                return False
            if len(ai) == 3:
                break
        if ai.startswith(_ONE_OF_EACH) and any(o[:3] == ai[:3] for o in present - {ai}):
            return False
    return True


def _any(present: set[str], beginnings: tuple[str, ...]) -> bool:
    return any(ai.startswith(beginnings) for ai in present) if beginnings else False
