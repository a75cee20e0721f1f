"""What entries of the log bring beside their message, for those who write them and who reads."""

SAID = "said"
"""Name by which an entry of ours brings what else it says (`extra`); none of it is personal."""
