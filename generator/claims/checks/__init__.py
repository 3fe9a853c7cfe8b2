"""Checks: each takes the resolved site and yields findings; no check knows another."""
