"""Order and pace of the launches: the how-manyeth, firsts, windows, periods compared; pure."""
