"""What feedback is about, and how soon it is answered and forgotten."""

from datetime import timedelta
from enum import StrEnum


class FeedbackKind(StrEnum):
    ACCESSIBILITY = "accessibility"
    OTHER = "other"


TIME_TO_ANSWER = timedelta(days=14)  # the law on digital services (306/2019) sets it for accessibility
CASE_KEPT = timedelta(days=365)  # after it was closed
