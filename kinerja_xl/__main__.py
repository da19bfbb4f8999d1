"""python -m kinerja_xl: the same as the command `kinerja`."""

from kinerja_xl.cli import main

if __name__ == "__main__":
    main()
