"""Typed slots."""
