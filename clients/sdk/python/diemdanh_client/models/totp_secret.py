from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.totp_symbol import TotpSymbol


T = TypeVar("T", bound="TotpSecret")


@_attrs_define
class TotpSecret:
    """What an authenticator app takes; it counts once a code of it was confirmed.

    Attributes:
        secret (str): Base 32, to be typed where no camera is.
        uri (str): The same as an otpauth address.
        qr (TotpSymbol): A QR symbol without its quiet zone.
    """

    secret: str
    uri: str
    qr: TotpSymbol
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        secret = self.secret

        uri = self.uri

        qr = self.qr.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "secret": secret,
                "uri": uri,
                "qr": qr,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.totp_symbol import TotpSymbol  # noqa: PLC0415

        d = dict(src_dict)
        secret = d.pop("secret")

        uri = d.pop("uri")

        qr = TotpSymbol.from_dict(d.pop("qr"))

        totp_secret = cls(
            secret=secret,
            uri=uri,
            qr=qr,
        )

        totp_secret.additional_properties = d
        return totp_secret

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
