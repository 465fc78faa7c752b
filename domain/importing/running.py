"""Running an import: survey, then stage by stage, chunk by chunk; safe to run again.

A chunk is one transaction, so a killed import leaves whole chunks; the next run finds them in the
books and goes on behind them. The right ``import.run`` covers all that a file brings: the import
writes in the name of the person who started it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from domain import company
from domain.errors import RuleBroken
from domain.importing import readers
from domain.importing.kinds import Kind, kind_of
from domain.importing.mapping import ColumnMap
from domain.importing.model import (
    ALL,
    DEFAULT_SOURCE,
    Choice,
    Findings,
    Problem,
    Progress,
    Report,
    Source,
)
from domain.importing.tables import import_run
from domain.importing.work import Job, Joined, Stage, chunked, survey
from domain.importing.works import work_of
from domain.replica import Actor, NoDefaultSite, NotOwner, Replica
from domain.replica.actor import EVERYTHING

RIGHT = "import.run"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run an import.

    ``source`` names the other system: its numbers of customers, orders … are known by it.
    ``site`` is needed on a replica that serves all. ``cancelled`` is asked between chunks, and
    ``sink`` gets every problem, also those that the report does not keep.
    """

    source: str = DEFAULT_SOURCE
    site: int | None = None
    choice: Choice = ALL
    progress: Progress = lambda *_: None
    cancelled: Callable[[], bool] = lambda: False
    sink: Callable[[Problem], None] | None = None
    options: dict[str, object] = field(default_factory=dict)
    """What a kind's work may be told besides (``documents_a_step``)."""


def run(
    replica: Replica,
    actor: Actor,
    source: Source,
    columns: ColumnMap,
    settings: Settings | None = None,
    *,
    joined: Joined | None = None,
) -> Report:
    """Import a file. What is in the books already is left as it is and counted.

    Raises NotPermitted, NotOwner, NoDefaultSite, ImportRefused and UnreadableFile before
    anything is written; a full disk and the like between two chunks.
    """
    settings = settings or Settings()
    kind = kind_of(columns.kind)
    writer = writer_of(replica, actor, kind)
    looked_at = readers.sniff(source.path, source.options, source.limits)
    said = next(iter(joined.values()), {}) if joined else {}
    columns.check(source.file, looked_at.columns, said)
    job = _job(replica, source, columns, kind, settings)
    job.joined = joined
    work = work_of(job, settings.options)

    def tick(rows: int) -> bool:
        settings.progress("check", rows, max(looked_at.row_estimate, rows))
        return not settings.cancelled()

    started_at = replica.clock.wall()
    if not survey(job, work, tick):
        job.report.stopped = True
        return job.report
    for stage in work.stages():
        if not _run_stage(job, writer, stage, settings):
            job.report.stopped = True
            break
    job.report.seconds = time.monotonic() - job.report.started
    _note_run(job, writer, started_at)
    return job.report


def writer_of(replica: Replica, actor: Actor, *kinds: Kind) -> Actor:
    """Give the actor who writes an import. Raises NotPermitted, NotOwner."""
    actor.require(RIGHT)
    for kind in kinds:
        if kind.central and not replica.centre:
            raise NotOwner(table=kind.title, owner="the centre")
    return Actor(actor.id, actor.name, frozenset({EVERYTHING}))


def _job(
    replica: Replica, source: Source, columns: ColumnMap, kind: Kind, settings: Settings
) -> Job:
    site = settings.site if settings.site is not None else replica.site
    if site is None:
        raise NoDefaultSite
    with replica.read() as connection:
        currency = company.company(connection).currency
    return Job(
        replica=replica,
        source=source,
        columns=columns,
        kind=kind,
        name=settings.source,
        site=site,
        currency=currency,
        choice=settings.choice,
        report=Report(
            settings.source, source.file, kind.name, findings=Findings(sink=settings.sink)
        ),
    )


def _run_stage(job: Job, writer: Actor, stage: Stage, settings: Settings) -> bool:
    report, done = job.report, 0
    settings.progress(stage.name, 0, stage.total)
    for chunks in chunked(stage.chunks, stage.together):
        if settings.cancelled():
            return False
        with job.replica.read() as connection:
            fresh = [stage.fresh(connection, chunk) for chunk in chunks]
        there, new = sum(map(len, chunks)), [chunk for chunk in fresh if chunk]
        report.already[stage.name] += there - sum(map(len, new))
        if new:
            with job.replica.batch(writer, site=job.site) as step:
                for chunk in new:
                    moment = None if stage.moment is None else stage.moment(chunk)
                    try:
                        with step(f"import {stage.name}", occurred_at=moment) as tx:
                            made = stage.write(tx, chunk)
                    except RuleBroken as problem:
                        if stage.refuse is None:
                            raise
                        stage.refuse(chunk, problem)
                        continue
                    report.imported[stage.name] += made
                    report.changesets += tx.changeset is not None
        done += there
        settings.progress(stage.name, done, max(stage.total, done))
    return True


def _note_run(job: Job, writer: Actor, started_at: int) -> None:
    """Write down that something was imported; a run that found everything there writes nothing."""
    report = job.report
    if not report.total:
        return
    with job.replica.transaction(writer, "note import", site=job.site) as tx:
        tx.insert(
            import_run,
            id=tx.new_id(),
            source=report.source,
            kind=report.kind,
            file=report.file,
            rows=report.rows,
            imported=report.total,
            already=report.already.total(),
            refused=len(report.findings.refused),
            flagged=report.findings.flagged,
            started_at=started_at,
            ended_at=job.replica.clock.wall(),
        )
    report.changesets += 1
