"""The few widgets every screen is composed of. Screens import them from here and add no style."""
