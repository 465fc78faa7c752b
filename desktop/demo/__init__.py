"""The demo company: invented data, a year of trade, two stations and a hub, a working day."""
