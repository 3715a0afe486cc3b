from enum import StrEnum


class AbsenceReason(StrEnum):
    CT = "CT"
    HT = "HT"
    KH = "KH"
    KL = "KL"
    KT = "KT"
    NV = "NV"
    OM = "OM"
    TS = "TS"
    VR = "VR"
    XA = "XA"

    def __str__(self) -> str:
        return str(self.value)
