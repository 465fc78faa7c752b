"""Drivers: frames and ticks in, typed events and bytes to send out. No port, thread or clock."""
