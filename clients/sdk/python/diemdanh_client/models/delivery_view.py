from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_channel import DeliveryChannel
from ..models.delivery_state import DeliveryState

T = TypeVar("T", bound="DeliveryView")


@_attrs_define
class DeliveryView:
    """Something that left the house, or is to leave it.

    Attributes:
        id (UUID): Also the `webhook-id` of a message, the same at each attempt.
        channel (DeliveryChannel): How something leaves the house.
        template (str): Who words it (`report`, `invitation`), or the event told.
        subject_id (UUID): What it tells of: a report, an account, a session, …
        unit_id (UUID):
        webhook_id (None | UUID):
        event_id (None | UUID):
        destination (str): A mail address, or the address of a webhook.
        attachments (list[str]): Names of the files that go along.
        state (DeliveryState): Where a delivery stands; `uncertain` was handed over by a process that died meanwhile.
        attempts (int):
        next_at (datetime.datetime | None): When it is tried next; null where it is not.
        sent_at (datetime.datetime | None):
        message_id (None | str): The Message-ID of a mail, kept as proof.
        last_status (int | None): The last answer of the other side, as a number.
        last_error (None | str): What the other side said, or why it failed.
        created_at (datetime.datetime):
    """

    id: UUID
    channel: DeliveryChannel
    template: str
    subject_id: UUID
    unit_id: UUID
    webhook_id: None | UUID
    event_id: None | UUID
    destination: str
    attachments: list[str]
    state: DeliveryState
    attempts: int
    next_at: datetime.datetime | None
    sent_at: datetime.datetime | None
    message_id: None | str
    last_status: int | None
    last_error: None | str
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        channel = self.channel.value

        template = self.template

        subject_id = str(self.subject_id)

        unit_id = str(self.unit_id)

        webhook_id: None | str
        if isinstance(self.webhook_id, UUID):
            webhook_id = str(self.webhook_id)
        else:
            webhook_id = self.webhook_id

        event_id: None | str
        if isinstance(self.event_id, UUID):
            event_id = str(self.event_id)
        else:
            event_id = self.event_id

        destination = self.destination

        attachments = self.attachments

        state = self.state.value

        attempts = self.attempts

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        message_id: None | str
        message_id = self.message_id

        last_status: int | None
        last_status = self.last_status

        last_error: None | str
        last_error = self.last_error

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "channel": channel,
                "template": template,
                "subject_id": subject_id,
                "unit_id": unit_id,
                "webhook_id": webhook_id,
                "event_id": event_id,
                "destination": destination,
                "attachments": attachments,
                "state": state,
                "attempts": attempts,
                "next_at": next_at,
                "sent_at": sent_at,
                "message_id": message_id,
                "last_status": last_status,
                "last_error": last_error,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        channel = DeliveryChannel(d.pop("channel"))

        template = d.pop("template")

        subject_id = UUID(d.pop("subject_id"))

        unit_id = UUID(d.pop("unit_id"))

        def _parse_webhook_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                webhook_id_type_0 = UUID(data)

                return webhook_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        webhook_id = _parse_webhook_id(d.pop("webhook_id"))

        def _parse_event_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_id_type_0 = UUID(data)

                return event_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        event_id = _parse_event_id(d.pop("event_id"))

        destination = d.pop("destination")

        attachments = cast(list[str], d.pop("attachments"))

        state = DeliveryState(d.pop("state"))

        attempts = d.pop("attempts")

        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))

        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))

        def _parse_message_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message_id = _parse_message_id(d.pop("message_id"))

        def _parse_last_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_status = _parse_last_status(d.pop("last_status"))

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        delivery_view = cls(
            id=id,
            channel=channel,
            template=template,
            subject_id=subject_id,
            unit_id=unit_id,
            webhook_id=webhook_id,
            event_id=event_id,
            destination=destination,
            attachments=attachments,
            state=state,
            attempts=attempts,
            next_at=next_at,
            sent_at=sent_at,
            message_id=message_id,
            last_status=last_status,
            last_error=last_error,
            created_at=created_at,
        )

        delivery_view.additional_properties = d
        return delivery_view

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
