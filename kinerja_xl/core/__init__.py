"""Core: registry of rules, dated parameters, Excel arithmetic and names (standard library only)."""
