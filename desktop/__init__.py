"""The Qt application and the command line: shell, screens, widgets, theme. Qt lives only here."""
