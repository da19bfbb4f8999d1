"""Indonesian public holidays and cuti bersama of a year: a prefill for an editable table, never a rule."""

from __future__ import annotations

from datetime import date

_NAMA = {"id": "id"}  # languages as the library calls them; English for all others


def hari_libur(tahun: int, bahasa: str = "id") -> dict[date, str]:
    """Date -> reason, as the `holidays` library knows them; the office corrects the table in its workbook."""
    import holidays

    semua = holidays.country_holidays(
        "ID", years=tahun, categories=("public", "government"), language=_NAMA.get(bahasa, "en_US")
    )
    return {hari: nama.replace(" (perkiraan)", "").replace(" (estimated)", "") for hari, nama in sorted(semua.items())}
