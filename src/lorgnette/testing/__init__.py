"""Public: stage, scripted engines, memory link, conformance suites."""
