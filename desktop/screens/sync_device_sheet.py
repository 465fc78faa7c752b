"""The form of one device: name, protocol, where it is, on or off."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.screens.sync_words import PROTOCOLS, protocol_words
from desktop.widgets import Button, CheckField, ChoiceField, Form, Sheet, TextField
from devices.identity import PortInfo
from domain.company import DeviceSetting


class DeviceSheet(Sheet):
    """Adds a device or changes one. ``then`` gets the settings that were given."""

    def __init__(
        self,
        parent: QWidget,
        setting: DeviceSetting | None,
        taken: Sequence[str],
        then: Callable[[DeviceSetting], object],
    ) -> None:
        """``setting`` is the one to change; ``taken`` are the names of the others."""
        super().__init__(parent)
        self._then, self._taken, self._before = then, set(taken), setting
        title = self.tr("Add a device") if setting is None else self.tr("Change the device")
        self.set_words(title)
        self.form = Form()
        self.name, self.protocol = TextField(), ChoiceField()
        self.port, self.url, self.enabled = ChoiceField(), TextField(), CheckField()
        self.name.set_words(self.tr("Name"))
        self.protocol.set_words(self.tr("What it is"))
        self.protocol.set_choices([(name, protocol_words(name)) for name in PROTOCOLS])
        self.port.set_words(self.tr("Ports of this PC"))
        self.url.set_words(
            self.tr("Where it is"), self.tr("COM5, /dev/ttyUSB0, or socket://HOST:PORT")
        )
        self.enabled.set_sentence(self.tr("Connect this device"))
        self.enabled.set_words(self.tr("In use"))
        fields = (
            ("name", self.name), ("protocol", self.protocol), ("port", self.port),
            ("url", self.url), ("enabled", self.enabled),
        )  # fmt: skip
        for name, field in fields:
            self.form.add(name, field)
        self.body.addWidget(self.form)
        self.port.hide()
        self.port.changed.connect(self._take_port)
        cancel, accept = Button("secondary"), Button("primary", "check")
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        accept.setText(self.tr("Save"))
        accept.clicked.connect(self.save)
        accept.setDefault(True)
        self.set_buttons([cancel, accept])
        self.setMinimumWidth(560)
        self._fill(setting)
        self.name.setFocus()

    def _fill(self, setting: DeviceSetting | None) -> None:
        if setting is None:
            self.enabled.set_value(True)
            return
        self.name.set_value(setting.name)
        self.protocol.set_value(setting.protocol)
        self.url.set_value(setting.url)
        self.enabled.set_value(setting.enabled)

    def offer_ports(self, ports: Sequence[PortInfo]) -> None:
        """Offer the serial ports that were found on this PC."""
        if not ports:
            return
        choices: list[tuple[object, str]] = [("", self.tr("Choose a port, or type it below"))]
        for port in ports:
            words = f"{port.name} \u00b7 {port.description}" if port.description else port.name
            choices.append((port.name, words))
        self.port.set_choices(choices)
        self.port.show()
        self.adjustSize()

    def _take_port(self) -> None:
        chosen = self.port.value()
        if chosen:
            self.url.set_value(str(chosen))

    def save(self) -> None:
        """Hand over what was given, or say what is missing."""
        name, url = self.name.value(), self.url.value()
        problems = {}
        if not name:
            problems["name"] = self.tr("Give it a name: Till scanner")
        elif name in self._taken:
            problems["name"] = self.tr("Another device has this name")
        if not url:
            problems["url"] = self.tr("Say where it is")
        self.form.set_problems(problems)
        if problems:
            return
        config = self._before.config if self._same_protocol() else "{}"  # type: ignore[union-attr]
        self.accept()
        self._then(
            DeviceSetting(
                name, str(self.protocol.value()), url, config, enabled=bool(self.enabled.value())
            )
        )

    def _same_protocol(self) -> bool:
        """Whether the protocol's own settings still fit."""
        return self._before is not None and self._before.protocol == self.protocol.value()
