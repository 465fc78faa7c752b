"""The fonts of the application and the script that makes them."""
