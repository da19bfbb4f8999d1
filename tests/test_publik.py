"""The public names of the package, in any order of use."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kinerja_xl as kx


def test_public_names_answer_before_and_after_their_modules_are_imported() -> None:
    kode = (
        "import kinerja_xl as kx; assert 'IKM_SCORE' in kx.functions(); assert kx.call('IKM_MUTU', 88.305) == 'A'\n"
        "import kinerja_xl.functions, kinerja_xl.verify; assert 'IKM_SCORE' in kx.functions()\n"
        "assert callable(kx.verify)"
    )
    subprocess.run([sys.executable, "-c", kode], check=True)


def test_a_wrong_input_raises_one_error_of_ours() -> None:
    with pytest.raises(kx.KinerjaError, match="di luar"):
        kx.call("IKM_SCORE", [[5, 4, 4, 4, 4, 4, 4, 4, 4]])
    with pytest.raises(AttributeError):
        kx.tidak_ada  # noqa: B018
