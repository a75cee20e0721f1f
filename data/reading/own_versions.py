"""Words that make the name of another country's missile that of one of the North's own."""

NOT_OWN = {
    "en": (
        r"(?<!version of )(?<!version of the )(?<!version of the US )(?<!version of the U\.S\. )"
        r"(?<!similar to )(?<!similar to the )(?<!similar to the US )(?<!similar to the U\.S\. )"
        r"(?<!resembling the )(?<!resembles the )(?<!Korean )(?<!dubbed )(?<!modelled on the )"
        r"(?<!based on the )"
    ),
    "ko": r"(?<!북한판)(?<!북한판 )(?<!북한판')(?<!북한판\")(?<!북한판 ')(?<!북한판 \")",
    "ja": "(?<!北朝鮮版)(?<!北朝鮮版『)(?<!北朝鮮版「)(?<!北朝鮮版の)",
}
"""Patterns that none of them stands before a name, by language."""
