"""What old eyes and thick fingers need of a page."""

from typing import Final

from playwright.sync_api import Page

SMALLEST_TEXT_PX: Final = 18
LOWEST_BUTTON_PX: Final = 48

_SMALL_TEXT = """smallest => Array.from(document.querySelectorAll("body *")).filter((each) =>
  each.offsetParent && parseFloat(getComputedStyle(each).fontSize) < smallest &&
  (each.tagName === "INPUT" ||
   Array.from(each.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
).map((each) => each.outerHTML)"""
_LOW_TARGETS = """lowest => Array.from(document.querySelectorAll("button, input, select, summary"))
  .filter((each) => each.offsetParent && each.getBoundingClientRect().height < lowest)
  .map((each) => each.outerHTML)"""
OVERFLOW: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def is_fit_for_old_eyes(page: Page) -> None:
    """See that what is shown can be read and touched, and nothing runs off the side."""
    assert page.evaluate(_SMALL_TEXT, SMALLEST_TEXT_PX) == []
    assert page.evaluate(_LOW_TARGETS, LOWEST_BUTTON_PX) == []
    assert page.evaluate(OVERFLOW) == 0
