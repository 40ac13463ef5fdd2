"""PDF files with a text layer → pages of words and ruled lines."""

from __future__ import annotations
