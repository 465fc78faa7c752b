"""Every business area: importing this module declares all tables and projections.

A replica that applies changesets must know every table, whichever screens are open.
"""

import domain.access
import domain.catalogue
import domain.company
import domain.customers
import domain.stock  # noqa: F401
