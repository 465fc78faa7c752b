"""Who works at this station now, with the rights of today."""

from PySide6.QtCore import QObject

from desktop.offload import Offload, Query
from domain import access
from domain.replica import Actor

RIGHTS = "rights"
"""The topic announced when the rights of the person who is signed on have changed."""

_TABLES = frozenset({"user", "role", "role_permission"})


class UserSession(QObject):
    """A person who signed on. The rights follow what the centre decides while they work."""

    def __init__(self, offload: Offload, actor: Actor, *, badge_alone: bool = False) -> None:
        """``badge_alone`` says that no PIN was given: the sensitive rights stay away."""
        super().__init__()
        self._offload, self._actor, self._badge_alone = offload, actor, badge_alone
        offload.refresh.changed.connect(self._heard)

    @property
    def user_name(self) -> str:
        """The name to show."""
        return self._actor.name

    @property
    def actor(self) -> Actor:
        """The person with the rights of today."""
        return self._actor

    @property
    def badge_alone(self) -> bool:
        """Whether only a badge was shown, without a PIN."""
        return self._badge_alone

    def may(self, permission: str) -> bool:
        """Whether this person has the permission; the empty one is everybody's."""
        return not permission or self._actor.may(permission)

    def _heard(self, changed: frozenset[str]) -> None:
        """Read the rights again where users or roles changed."""
        who, badge_alone = self._actor.id, self._badge_alone
        if who is None or changed.isdisjoint(_TABLES):
            return
        query = Query(self, lambda c: access.actor_of(c, who, badge_alone=badge_alone))
        query.newest(RIGHTS).success(self._take).run(self._offload)

    def _take(self, actor: Actor) -> None:
        """Work on with the rights of today."""
        if actor != self._actor:
            self._actor = actor
            self._offload.refresh.announce({RIGHTS})
