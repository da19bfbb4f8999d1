"""Workbook specs, profiles, manuals and the manifest that all other rooms share."""
