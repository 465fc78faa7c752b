"""Framers: bytes in, frames out. No port, no thread, no clock, and never an exception."""
