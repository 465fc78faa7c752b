"""Every business area: importing this module declares all tables and projections.

A replica that applies changesets must know every table, whichever screens are open.
"""

import domain.access
import domain.catalogue
import domain.company
import domain.counter
import domain.customers
import domain.importing.tables
import domain.orders
import domain.picking
import domain.purchasing
import domain.receiving
import domain.shipping
import domain.stock  # noqa: F401
