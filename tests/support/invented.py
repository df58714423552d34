"""Plans said in a few words to plan documents, and to datasets that hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from models import Deadline, Document, Evidence, Kind, Owner, OwnerPart, PlanDocument, Precision, Record
from planledger.publish import clear, prepare, publish, stage
from planledger.version import READER_VERSION


@dataclass(frozen=True)
class Promise:
    """A record in a few words. `due` is an ISO day, `owners` are names, those after a `+` in support."""

    action: str
    due: str | None = None
    precision: Precision | None = Precision.DAY
    owners: tuple[str, ...] = ()
    ref: str | None = None
    kind: Kind = Kind.ACTION
    context: tuple[str, ...] = ()
    ongoing: bool = False
    deadline_text: str | None = None

    def record(self, place: int) -> Record:
        """The record, as it stands at a place of its plan."""
        deadline = Deadline(
            text=self.due or "", due_date=self.due, precision=self.precision, ongoing=self.ongoing, rule="invented"
        )
        return Record(
            record_id=f"r{place}",
            kind=self.kind,
            ref=self.ref,
            context=self.context,
            action=self.action,
            owners=tuple(map(_owner, self.owners)),
            owner_text=", ".join(self.owners) or None,
            deadline_text=self.due or self.deadline_text,
            deadlines=(deadline,) if self.due or self.ongoing else (),
            page=1,
            pages=(1,),
            confidence=1,
            evidence=(Evidence(field="action", page=1, bbox=(0, 0, 1, 1), text=self.action),),
        )


def _owner(name: str) -> Owner:
    part = OwnerPart.SUPPORT if name.startswith("+") else OwnerPart.LEAD
    return Owner(name=name.removeprefix("+"), kind="role", part=part, rule="invented")


def plan(
    *promises: Promise,
    name: str = "plan.pdf",
    title: str | None = "Service Plan",
    organisation: str | None = "Ambleford Borough Council",
    code: str | None = None,
    start: int | None = None,
) -> PlanDocument:
    """A plan of the promises; `start` is the year in which its financial year begins."""
    said = repr((promises, name, title, organisation, code, start))
    return PlanDocument(
        document=Document(
            document_id=sha256(said.encode()).hexdigest(),
            source_name=name,
            source_uri=f"file:///plans/{name}",
            source_bytes=1,
            status="converted",
            title=title,
            organisation=organisation,
            organisation_code=code,
            period_start=date(start, 4, 1) if start else None,
            period_end=date(start + 1, 3, 31) if start else None,
            page_count=1,
            reader_version=READER_VERSION,
        ),
        records=tuple(promise.record(place) for place, promise in enumerate(promises)),
    )


def with_promises(document: PlanDocument, *promises: Promise) -> PlanDocument:
    """The same document, as if it had been read otherwise."""
    return document.model_copy(update={"records": tuple(p.record(place) for place, p in enumerate(promises))})


def dataset(root: Path, plans: Sequence[PlanDocument]) -> Path:
    """A dataset of the plans."""
    prepare(root)
    for document in plans:
        stage(root, document)
    publish(root)
    clear(root)
    return root
