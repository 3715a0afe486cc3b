"""Whether a word can be Vietnamese (pure): what tells a right decoding from a wrong one.

A syllable is an onset, a rhyme and one tone, and a rhyme that ends in c, ch, p or t takes only sắc
and nặng. A text read in the wrong encoding breaks these rules in most of its words.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED_TONES: Final = frozenset("\u0301\u0323")

_ONSET = "ngh|ng|nh|gh|gi|kh|ch|th|tr|ph|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_RHYME = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|"
    "in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|"
    "oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|"
    "u|ua|uan|uân|uât|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|uy|uya|"
    "uych|uyên|uyêt|uynh|uyt|uyu|uâng|ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|"
    "ưu|y|yêm|yên|yêng|yêt|yêu|ynh|yt"
)
_SYLLABLE: Final = re.compile(f"(?:{_ONSET})?(?:{_RHYME})")
_STOPPED: Final = re.compile(r"(?:c|ch|p|t)$")
_SIGN: Final = re.compile(
    "[" + "".join(chr(code) for code in range(0xA1, 0x100) if not chr(code).isalnum()) + "]"
)
"""Signs of the upper half, such as ¸ or ©, which stand in no name."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def strangeness(text: str) -> int:
    """Count the words with a letter beyond ASCII that cannot be Vietnamese, and stray signs."""
    folded = unicodedata.normalize("NFC", text).lower()
    return sum(_is_strange(word) for word in _WORD.findall(folded)) + len(_SIGN.findall(text))


@lru_cache(maxsize=20_000)
def _is_strange(word: str) -> bool:
    if word.isascii():
        return False
    parts = unicodedata.normalize("NFD", word)
    tones = [char for char in parts if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return True
    return bool(_STOPPED.search(bare)) and not set(tones) & _STOPPED_TONES
