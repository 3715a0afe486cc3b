"""Invented members for a preset: plausible names, no real person, the same for the same seed.

Names are put together from short lists, so namesakes occur as they do in life: many in a
district, now and then two in one cell.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - seeded: nothing here must not be guessed

from api.presets.plan import Preset, UnitSpec, walk
from api.words import MemberStatus, UnitKind

# Members of one unit, least and most.
_BOUNDS = {UnitKind.CELL: (8, 25), UnitKind.GRASSROOTS_CELL: (6, 60)}

# How many in a hundred members of a unit bear the name of a minority people.
_MINORITY_PERCENT = {UnitKind.CELL: 35, UnitKind.GRASSROOTS_CELL: 8}

_CARD_PERCENT = 80
_STATUS_PERCENT = {
    MemberStatus.OFFICIAL: 92,
    MemberStatus.PROBATIONARY: 5,
    MemberStatus.EXEMPT: 3,
}

# The lists are chosen so that no combination is the name of a known person.
_FAMILIES = (
    "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Phạm Hoàng Vũ Võ "
    "Phan Bùi Bùi Đặng Đỗ Ngô Hồ Dương Đoàn Mai Tạ Cao"
).split()
_MIDDLES_OF_MEN = ("Văn", "Văn", "Văn", "Văn Thế", "Hữu", "Duy", "Bá", "Viết", "Công")
_MIDDLES_OF_WOMEN = ("Thị", "Thị", "Thị", "Thị", "Thị Bích", "Thị Mỹ", "Thị Cẩm", "Thị Tuyết")
_MEN = (
    "Ái Biên Chuẩn Chúc Diện Điền Đoán Đượm Hoạt Hòa Kế Khoát Kiểm Lịch Nghị Nhẫn Nho Oai Phát "
    "Quyến Rạng Sáu Soạn Sự Thạo Thiệp Thìn Tiếp Toại Tuất Tuyên Vui Xứng"
).split()
_WOMEN = (
    "Ánh Châm Chín Diễm Diệp Duyên Đào Gấm Giang Hậu Hiên Hoan Hương Khuyên Lài Liễu Luyến Mận "
    "Miền Mơ Ngát Ngoan Nhài Nhàn Nhung Phương Quyên Sen Sim Tám Thắm Thoa Thơm Thúy Xuyến Yến"
).split()
_STIENG_MEN = (
    "Bơn Brang Chơn Đrơng Giáp Grin Hớt Jơn Krăng Lơng Mênh Ngơn Nhếp Pêng Rơi Sớt Tơn Vơng".split()
)
_STIENG_WOMEN = "Bích Bơi Chế Đíp Gơ Hơn Khem Krơi Liếp Mơn Nghé Ơn Pớt Rơ Tơi Ươi Vét Yơi".split()
_KHO = "Brẻo Brốp Brơm Chơng Điếp Jrang Lơi Mbrơng Nhơn Tiêng Vơn Wơn".split()
_NORTHERN_FAMILIES = "Nông Hoàng Lý Đinh Triệu Bế Lương Hà Đàm Vi".split()
_NORTHERN_MEN = "Chẳn Cắm Dìn Lìn Páo Pẩu Phủ Sài Sáng Sình Thẳng Tờ Vầy".split()
_NORTHERN_WOMEN = "Chấu Dín Khé Lụa Mẩy Múi Nái Nình Pham Sen Slim Thím".split()


@dataclass(frozen=True, slots=True)
class InventedMember:
    """A person who does not exist; `card_number` is eight digits, no two alike in a district."""

    full_name: str
    card_number: str | None
    status: MemberStatus


def populate(preset: Preset, *, members: int, seed: int) -> dict[str, list[InventedMember]]:
    """Invent the members of a preset's units: unit key → members, only units that have some.

    Names and statuses in a unit follow from the seed, the unit's key and its size alone.
    """
    sizes = spread(preset, members=members, seed=seed)
    cards = iter(Random(seed).sample(range(10**8), members))  # noqa: S311
    return {
        unit.key: _invent(unit, sizes[unit.key], seed=seed, cards=cards)
        for unit in _homes(preset)
        if sizes[unit.key]
    }


def spread(preset: Preset, *, members: int, seed: int) -> dict[str, int]:
    """Share out `members` over the units that have none below them: unit key → size, in plan order.

    The sizes add up to `members`. A commune's cell gets 8–25 and a direct unit 6–60 if the sum
    allows that (1,752 to 7,290 in the plan of 2022); otherwise all units shrink or grow alike,
    some of them to nothing.
    """
    homes = _homes(preset)
    lows, highs = zip(*(_BOUNDS[unit.kind] for unit in homes), strict=True)
    if not sum(lows) <= members <= sum(highs):
        lows, highs = (0,) * len(homes), (members,) * len(homes)
    weights = [
        (_BOUNDS[unit.kind][1] - low) * (0.1 + _random(seed, "size", unit).random() ** 2)
        for unit, low in zip(homes, lows, strict=True)
    ]
    rooms = [high - low for low, high in zip(lows, highs, strict=True)]
    more = _apportion(members - sum(lows), weights=weights, rooms=rooms)
    return {unit.key: low + n for unit, low, n in zip(homes, lows, more, strict=True)}


def _homes(preset: Preset) -> list[UnitSpec]:
    return [unit for unit in walk(preset.organiser) if not unit.children]


def _random(seed: int, purpose: str, unit: UnitSpec) -> Random:
    return Random(f"{seed}/{purpose}/{unit.key}")  # noqa: S311


def _apportion(total: int, *, weights: Sequence[float], rooms: Sequence[int]) -> list[int]:
    """Divide `total` by weight (Sainte-Laguë's quotients), none above its room."""
    parts = [0] * len(weights)
    queue = [(-weight, index) for index, weight in enumerate(weights)]
    heapq.heapify(queue)
    for _ in range(total):
        _, index = queue[0]
        parts[index] += 1
        if parts[index] < rooms[index]:
            heapq.heapreplace(queue, (-weights[index] / (2 * parts[index] + 1), index))
        else:
            heapq.heappop(queue)
    return parts


def _invent(unit: UnitSpec, size: int, *, seed: int, cards: Iterator[int]) -> list[InventedMember]:
    random = _random(seed, "people", unit)
    statuses, percents = list(_STATUS_PERCENT), list(_STATUS_PERCENT.values())
    return [
        InventedMember(
            full_name=_name(random, minority_percent=_MINORITY_PERCENT[unit.kind]),
            card_number=f"{next(cards):08d}" if _chance(random, _CARD_PERCENT) else None,
            status=random.choices(statuses, weights=percents)[0],
        )
        for _ in range(size)
    ]


def _chance(random: Random, percent: int) -> bool:
    return random.random() * 100 < percent


def _name(random: Random, *, minority_percent: int) -> str:
    woman = _chance(random, 45)
    if not _chance(random, minority_percent):
        middles, given = (_MIDDLES_OF_WOMEN, _WOMEN) if woman else (_MIDDLES_OF_MEN, _MEN)
        return " ".join(map(random.choice, (_FAMILIES, middles, given)))
    people = random.choices((_stieng, _kho, _northern), weights=(5, 2, 3))[0]
    return people(random, woman=woman)


def _stieng(random: Random, *, woman: bool) -> str:
    if not woman:
        return f"Điểu {random.choice(_STIENG_MEN)}"
    return f"{random.choice(('Thị', 'Thị', 'Điểu Thị'))} {random.choice(_STIENG_WOMEN)}"


def _kho(random: Random, *, woman: bool) -> str:
    # Clerks write the apostrophe as they find it on the keyboard, with or without a space.
    clan = "Ka " if woman else random.choice(("K' ", "K' ", "K'", "K’ "))
    return clan + random.choice(_KHO)


def _northern(random: Random, *, woman: bool) -> str:
    family = random.choice(_NORTHERN_FAMILIES)
    if woman:
        return f"{family} Thị {random.choice(_NORTHERN_WOMEN)}"
    return f"{family} {random.choice(('Văn', 'A'))} {random.choice(_NORTHERN_MEN)}"
