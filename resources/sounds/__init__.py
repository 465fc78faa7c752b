"""The sounds of the application and the script that makes them."""
