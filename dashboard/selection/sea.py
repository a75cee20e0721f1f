"""The name of the sea between Korea and Japan that stands until a reader chooses one."""

STANDING = {"en": "east-sea", "ko": "east-sea", "ja": "both"}
"""By language; in Japanese neither name goes without saying, so both stand.

It is apart from the filters, which load all that a launch can be asked: words alone do not need it.
"""
