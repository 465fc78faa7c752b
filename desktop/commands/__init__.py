"""The subcommands of ``counterfoil``, one module each: ``add(parser)`` and ``run(options)``."""
