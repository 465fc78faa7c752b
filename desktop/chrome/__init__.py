"""The parts of the window around a screen: rail, header, banner, action bar, strip, sheets."""
