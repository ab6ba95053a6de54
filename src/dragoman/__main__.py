"""`python -m dragoman` and the `dragoman` command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    from dragoman.present.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
