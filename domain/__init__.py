"""The trade: what is true in a warehouse and a shop. No Qt, no network, no threads, no device."""
