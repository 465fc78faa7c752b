"""How replicas agree: segments, exchange, the hub and the stations, decisions of people.

Nothing here loads an HTTP client or server: those are in ``client``, ``agent`` and ``hub``, which
are imported where they run.
"""
