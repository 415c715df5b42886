"""Containers of tasks as processes of this machine: the registered command runs instead of the image."""
