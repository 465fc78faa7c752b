"""Files from elsewhere: reading them safely, mapping them to the trade, importing them."""
