"""Plans who meets whom, when and where, and says how good the plan is.

A `Problem` goes in, a `Timetable` and its certificate come out; a validator that shares nothing
with the solver checks every answer. Slots, people, meetings and locations are counted from 0 inside.
"""
