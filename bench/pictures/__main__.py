"""Draws them all: .venv/bin/python -m bench.pictures, or `make pictures`."""

from bench.pictures import pages, terminal

if __name__ == "__main__":
    terminal.draw()
    pages.draw()
