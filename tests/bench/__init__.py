"""Benchmarks: `make bench` prints one line `name value unit` for each figure."""
