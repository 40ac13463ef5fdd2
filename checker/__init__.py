"""A linter for reports: finds the figures of a report that contradict each other.

from checker import check
report = check("bao-cao.docx")
for finding in report.findings:
    print(finding.place, finding.message, finding.working)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.api import annotate, check
    from checker.readers import ReadError
    from checker.report import Check, DiscrepancyReport, Severity
    from checker.rules import RuleError

__version__ = "0.1.0"
__all__ = ["Check", "DiscrepancyReport", "ReadError", "RuleError", "Severity", "__version__", "annotate", "check"]

_HOMES = {
    "annotate": "checker.api",
    "check": "checker.api",
    "Check": "checker.report",
    "DiscrepancyReport": "checker.report",
    "Severity": "checker.report",
    "ReadError": "checker.readers",
    "RuleError": "checker.rules",
}


def __getattr__(name: str) -> Any:
    """Imports on first use: a person who asks for `--help` does not wait for the rest."""
    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute '{name}'")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
