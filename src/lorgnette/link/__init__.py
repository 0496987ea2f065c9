"""How glasses and hub talk.

`messages` and `media` say what is said, `states` when, `limits` how much. `protocol` serves one
connection; `hub_link` and `glasses_link` serve a session over many, with what they keep in
`outbox` and `ring`, and what they have in `inbox` and `speech`. All of it is without I/O; only
`client`, virtual glasses for programs, has a socket. `docs/reference/link` is made from here.
"""
