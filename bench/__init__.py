"""Benchmarks and the conformance matrix; peers come with the extra `bench`."""
