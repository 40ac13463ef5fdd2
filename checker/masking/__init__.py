"""What tells who a person is stays out of what is sent around: names, dates of birth, identity numbers.

Every format but the terminal's masks them, for a build log, a comment or a page in a mail is read by more people than the report.
`mask` does it in one text, by the words that stand before ("ông", "sinh ngày", "CCCD số"; data of the locales); `masked`
does it in everything that the results quote from a document and in the document as a page shows it, also for what is known from
elsewhere in it (`private`).
Figures keep their exact values, unless they are identity numbers; fingerprints and places stay as they are.
"""

from __future__ import annotations

from checker.masking.known import private
from checker.masking.reports import masked
from checker.masking.text import MASK, mask

__all__ = ["MASK", "mask", "masked", "private"]
