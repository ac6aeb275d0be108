"""Blocks, slots and tables of an event, and who meets whom at which of them.

The planner in `timetable/planner` is a pure library: no database, no web, no wall clock.
"""
