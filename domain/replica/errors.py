"""What can go wrong with the database, in words for the person in front of it.

CounterfoilError
├── EnvironmentProblem
│   ├── ReplicaInUse · ReplicaMissing · ReplicaExists · ReplicaTooNew · ReplicaDamaged
│   ├── KeyMissing · KeyWrong · EngineTooOld · SettingRefused
│   ├── DatabaseBusy · DiskFull · NotWritable · OnNetworkShare · ServerUnreachable
└── RuleBroken
    ├── NotOwner · MixedScope · RecordGone · NoDefaultSite
    └── NumberTooLarge · TextNotStorable
"""

from domain.errors import EnvironmentProblem, RuleBroken


class ReplicaInUse(EnvironmentProblem):
    """Another process holds this replica."""

    code = "replica.in_use"
    sentence = (
        "Counterfoil is already open on this data (process {pid}). Nothing was changed. "
        "Close it there first, or use that window."
    )


class ReplicaMissing(EnvironmentProblem):
    """There is no replica in the folder."""

    code = "replica.missing"
    sentence = (
        "There is no Counterfoil data in {path}. Name the folder where it is; or make a company "
        "there (counterfoil init), or enrol this PC at a hub (counterfoil enrol)."
    )


class ReplicaExists(EnvironmentProblem):
    """A replica would be overwritten."""

    code = "replica.exists"
    sentence = "There is Counterfoil data in {path} already; it was left as it is."


class ReplicaTooNew(EnvironmentProblem):
    """The database was written by a newer version of the program."""

    code = "replica.too_new"
    sentence = (
        "This data was written by a newer version of Counterfoil (schema {found}, this program "
        "knows {known}). Nothing was changed. Install the newer version."
    )


class ReplicaDamaged(EnvironmentProblem):
    """SQLite or the cipher's checks found damage."""

    code = "replica.damaged"
    sentence = (
        "The database is damaged: {detail}. It was not changed. "
        "Restore it from the newest backup; the till roll holds what came after."
    )


class KeyMissing(EnvironmentProblem):
    """The key store has no key for this replica."""

    code = "replica.key_missing"
    sentence = (
        "The key of this data is not in the key store of this PC ({store}). The data is safe but "
        "cannot be read here. Restore the key, or enrol this station again."
    )


class KeyWrong(EnvironmentProblem):
    """The key does not open the database, or page 1 is not ours."""

    code = "replica.key_wrong"
    sentence = (
        "The database cannot be opened with the key of this PC. The data was not changed. "
        "It may belong to another PC, or be damaged: restore the newest backup."
    )


class EngineTooOld(EnvironmentProblem):
    """The SQLite library is one that can lose commits."""

    code = "replica.engine_too_old"
    sentence = (
        "The database library is SQLite {found}, which can lose sales; "
        "at least 3.51.3 is needed. Install Counterfoil again."
    )


class SettingRefused(EnvironmentProblem):
    """A safety setting did not take."""

    code = "replica.setting_refused"
    sentence = (
        "The database did not accept the safety setting {name} (it says {found}). Nothing was "
        "changed. Restart the PC; if this stays, ask IT."
    )


class DatabaseBusy(EnvironmentProblem):
    """Somebody else held the write lock for too long."""

    code = "replica.busy"
    sentence = (
        "The database is busy with another task. Nothing was saved of this step; "
        "wait a moment and try again."
    )


class DiskFull(EnvironmentProblem):
    """No room for another write."""

    code = "replica.disk_full"
    sentence = (
        "The disk of this PC is full. Nothing was saved of this step; everything before is safe. "
        "Free some space and try again."
    )


class NotWritable(EnvironmentProblem):
    """The file or its folder is read-only."""

    code = "replica.not_writable"
    sentence = (
        "Counterfoil may not write to {path}. Nothing was changed. Ask IT for the right to write "
        "there, or name another folder."
    )


class OnNetworkShare(EnvironmentProblem):
    """The folder is on another computer, where SQLite's log and locks cannot be trusted."""

    code = "replica.on_network_share"
    sentence = (
        "{path} is on another computer. A network can lose sales, so the data must be on a disk "
        "of this PC; backups may go there. Nothing was changed."
    )


class ServerUnreachable(EnvironmentProblem):
    """The database server of a hub does not answer, or broke off."""

    code = "replica.server_unreachable"
    sentence = (
        "The database server cannot be reached ({detail}). What was saved is safe. "
        "Start it, or check its address, then try again."
    )


class NotOwner(RuleBroken):
    """A record that somebody else owns was edited; a request is the way."""

    code = "replica.not_owner"
    sentence = "“{table}” belongs to {owner}: a change must be requested there."


class MixedScope(RuleBroken):
    """One transaction wrote rows for two scopes; a changeset travels to one."""

    code = "replica.mixed_scope"
    sentence = "One step cannot write for site {first} and for site {second} at once."


class RecordGone(RuleBroken):
    """An edit names a record that is not here."""

    code = "replica.record_gone"
    sentence = "This entry of “{table}” does not exist here (any more)."


class NumberTooLarge(RuleBroken):
    """A number beyond the 64 bits of a database's whole numbers."""

    code = "replica.number_too_large"
    sentence = (
        "A number of this step is far too large. Nothing was saved; enter it again. "
        "Was a code scanned as a number?"
    )


class TextNotStorable(RuleBroken):
    """A text with a null character or half a character, which a hub could not take."""

    code = "replica.text_not_storable"
    sentence = (
        "A text of this step holds characters that cannot be kept. Nothing was saved; "
        "type it again."
    )


class NoDefaultSite(RuleBroken):
    """A replica that serves all sites must be told which one is meant."""

    code = "replica.no_default_site"
    sentence = "Say for which site this is: this replica serves all of them."
