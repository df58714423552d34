"""Owner cells: each rule of splitting, naming and typing with its own examples."""

import pytest

from normalise.owners import inherits, is_ditto, read_owners

CASES: dict[str, list[tuple[str, list[str]]]] = {
    "one_title": [
        ("Head of Culture and Tourism", ["Head of Culture and Tourism"]),
        ("Head of Waste & Fleet", ["Head of Waste & Fleet"]),
        ("Director of Adults, Housing and Health", ["Director of Adults, Housing and Health"]),
        ("Portfolio Holder for Parks, Sport and Play", ["Portfolio Holder for Parks, Sport and Play"]),
        ("Crime and Disorder Analyst", ["Crime and Disorder Analyst"]),
        ("Marketing, Events and Tourism Team", ["Marketing, Events and Tourism Team"]),
        ("Food and Safety Team", ["Food and Safety Team"]),
        ("L & D", ["L & D"]),
        ("H & S Adviser", ["H & S Adviser"]),
        ("P&OD", ["P&OD"]),
        ("A/Head of Libraries", ["A/Head of Libraries"]),
        ("24/7 Response Team", ["24/7 Response Team"]),
        ("Heads of Planning and Transport", ["Heads of Planning and Transport"]),
        ("Leisure, Arts and Museums Officers", ["Leisure, Arts and Museums Officers"]),
        ("Payroll/Pensions Manager", ["Payroll/Pensions Manager"]),
        ("Town and Parish Councils", ["Town and Parish Councils"]),
        ("Ministry of Food, Land and Forestry", ["Ministry of Food, Land and Forestry"]),
        ("Wend & Esker Valleys NHS Trust", ["Wend & Esker Valleys NHS Trust"]),
    ],
    "two_titles": [
        ("Head of Waste and Head of Parks", ["Head of Waste", "Head of Parks"]),
        ("Director of Place and Monitoring Officer", ["Director of Place", "Monitoring Officer"]),
        ("Chief Executive & Leader of the Council", ["Chief Executive", "Leader of the Council"]),
        (
            "Director of Finance, IT and Estates, Head of Fraud",
            ["Director of Finance, IT and Estates", "Head of Fraud"],
        ),
        ("Head of Law, Housing and Planning Manager", ["Head of Law", "Housing and Planning Manager"]),
        ("Tree Officer or Ranger", ["Tree Officer", "Ranger"]),
        ("Clerk plus Treasurer", ["Clerk", "Treasurer"]),
        ("Fleet Manager as well as Depot Supervisor", ["Fleet Manager", "Depot Supervisor"]),
        ("CE/S151 Officer", ["CE", "S151 Officer"]),
    ],
    "teams_and_bodies": [
        ("L&D & ICT", ["L&D", "ICT"]),
        ("Waste & Recycling and Legal", ["Waste & Recycling", "Legal"]),
        ("Housing / Planning", ["Housing", "Planning"]),
        ("Arts, Heritage and Libraries", ["Arts, Heritage and Libraries"]),
        ("Strategy and Performance", ["Strategy and Performance"]),
        ("NHS, Probation, RSLs", ["NHS", "Probation", "RSLs"]),
        ("MoH/MoA, WHO", ["MoH", "MoA", "WHO"]),
        ("Parish Council + Footpaths Society", ["Parish Council", "Footpaths Society"]),
        ("Jobcentre Plus and Shelter", ["Jobcentre Plus", "Shelter"]),
    ],
    "side_by_side": [
        ("SM (Adults) SM (Homes)", ["SM (Adults)", "SM (Homes)"]),
        ("Director of Place Head of Parks", ["Director of Place", "Head of Parks"]),
        ("Head of Highways Street Lighting Manager", ["Head of Highways", "Street Lighting Manager"]),
        ("SENCo Deputy Headteacher", ["SENCo", "Deputy Headteacher"]),
        ("HoS Parks HoS Fleet", ["HoS Parks", "HoS Fleet"]),
        ("Head of Law All Heads of Service", ["Head of Law", "All Heads of Service"]),
        ("Paula Finch Omar Reeve", ["Paula Finch", "Omar Reeve"]),
        ("MoH WHO Universities", ["MoH", "WHO", "Universities"]),
        ("Policy Team HR Team", ["Policy Team", "HR Team"]),
        ("Delivery Team Project Manager", ["Delivery Team Project Manager"]),
        ("Surveillance TWG", ["Surveillance TWG"]),
    ],
    "posts_with_more": [
        ("Assistant Director, Street Scene", ["Assistant Director, Street Scene"]),
        ("Assistant Director (Culture)", ["Assistant Director (Culture)"]),
        ("Licensing Officer, Regulatory Services", ["Licensing Officer, Regulatory Services"]),
        ("Olive Marsh, Benefits Manager", ["Olive Marsh, Benefits Manager"]),
        ("Olive Marsh (Head of HR)/ Ned Poole", ["Olive Marsh (Head of HR)", "Ned Poole"]),
        (
            "Olive Marsh, Head of HR and Ned Poole, ICT Manager",
            ["Olive Marsh, Head of HR", "Ned Poole, ICT Manager"],
        ),
        ("Olive Marsh and Benefits Manager", ["Olive Marsh", "Benefits Manager"]),
        ("Olive Marsh, Ned Poole, Business Partners", ["Olive Marsh", "Ned Poole", "Business Partners"]),
        ("Olive Marsh, Groundwork", ["Olive Marsh, Groundwork"]),
        ("Tarrant, Olive", ["Tarrant, Olive"]),
        ("Cllrs Finch, Reeve & Green", ["Cllrs Finch", "Reeve", "Green"]),
    ],
    "clutter": [
        ("Lead: Head of Parks", ["Head of Parks"]),
        ("Lead Officer – Tree Officer", ["Tree Officer"]),
        ("Head of Parks*", ["Head of Parks"]),
        ("Head of Parks (TBC)", ["Head of Parks"]),
        ("Head of Parks (from May 2010)", ["Head of Parks"]),
        ("Olive Marsh ext. 4410", ["Olive Marsh"]),
        ("Olive Marsh 01632 960123", ["Olive Marsh"]),
        ("1. Parks Manager 2. Fleet Manager", ["Parks Manager", "Fleet Manager"]),
        ("• Parks Manager • Fleet Manager", ["Parks Manager", "Fleet Manager"]),
        ("(Head of Parks)", ["Head of Parks"]),
        ("Parks Manager and the Tree Officer.", ["Parks Manager", "Tree Officer"]),
        ("Parks Manager / TBC", ["Parks Manager"]),
        ("HEAD OF PARKS", ["HEAD OF PARKS"]),
    ],
    "layout": [
        ("Head of Parks\nHead of Fleet", ["Head of Parks", "Head of Fleet"]),
        ("Director of\nPlace\nMonitoring Officer", ["Director of Place", "Monitoring Officer"]),
        ("Street\nCleansing\nSupervisor", ["Street Cleansing Supervisor"]),
        ("Police\nPCT", ["Police", "PCT"]),
        ("Olive\nMarsh", ["Olive Marsh"]),
        ("Regen- eration Team", ["Regeneration Team"]),
        ("Olive Marsh-\nPoole", ["Olive Marsh-Poole"]),
        ("Vice- Mayor", ["Vice-Mayor"]),
        ("Plann ing Man ager", ["Planning Manager"]),
        ("Libr arian", ["Librarian"]),
        ("Head teacher", ["Head teacher"]),
    ],
    "nobody": [
        (cell, [])
        for cell in (
            "TBC",
            "T.B.C.",
            "To be appointed in June",
            "Vacant post",
            "N/A",
            "-",
            "",
            "None identified",
            "Ditto",
        )
    ],
}


@pytest.mark.parametrize(
    ("cell", "names"),
    [pytest.param(cell, names, id=f"{rule}: {cell}") for rule, cases in CASES.items() for cell, names in cases],
)
def test_splits_and_names(cell: str, names: list[str]) -> None:
    assert [owner.name for owner in read_owners(cell)] == names


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("Cllr Reeve", ["person"]),
        ("J. Reeve & K Finch-Poole", ["person", "person"]),
        ("JR/KF", ["person", "person"]),
        ("Olive", ["person"]),
        ("Sgt Omar Reeve (Police)", ["person"]),
        ("Karen Banks", ["person"]),
        ("Olive Marsh, Head of HR", ["person"]),
        ("Head of HR (Olive Marsh)", ["role"]),
        ("DPH/SENCo/HoS", ["role", "role", "role"]),
        ("All Heads of Service", ["role"]),
        ("GM Fleet", ["role"]),
        ("A/Treasurer", ["role"]),
        ("Audit Committee; CMT; Legal", ["team", "team", "team"]),
        ("Fleet Services", ["team"]),
        ("Legal (OM)", ["team"]),
        ("Heads of Service Group", ["team"]),
        ("Wendale District Council", ["organisation"]),
        ("Ministry of Health & WHO", ["organisation", "organisation"]),
        ("Friends of Wendale Park", ["organisation"]),
        ("Museum Curator; local colleges", ["role", "organisation"]),
        ("Wendale BC", ["organisation"]),
        ("MOH, DOF", ["organisation", "organisation"]),
        ("Outside contractors", ["organisation"]),
    ],
)
def test_kinds(cell: str, kinds: list[str]) -> None:
    assert [owner.kind.value for owner in read_owners(cell)] == kinds


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Parks Manager with Friends of the Park", ["Parks Manager"], ["Friends of the Park"]),
        ("Tree Officer supported by Legal and Highways", ["Tree Officer"], ["Legal", "Highways"]),
        ("HR in consultation with Unison, GMB", ["HR"], ["Unison", "GMB"]),
        ("Lead: Parks Manager; Support: Police", ["Parks Manager"], ["Police"]),
        ("Parks Team; partners: Groundwork, RSLs", ["Parks Team"], ["Groundwork", "RSLs"]),
        ("Safety Manager and partners (Police, PCT)", ["Safety Manager"], ["Police", "PCT"]),
        ("Housing Team & Partners", ["Housing Team"], ["Partners"]),
        ("Parks Manager (with Groundwork)", ["Parks Manager"], ["Groundwork"]),
        ("All partners", ["All partners"], []),
    ],
)
def test_parts(cell: str, lead: list[str], support: list[str]) -> None:
    owners = read_owners(cell)
    assert [o.name for o in owners if o.part == "lead"] == lead
    assert [o.name for o in owners if o.part == "support"] == support


@pytest.mark.parametrize("cell", ["Ditto", "ditto", "As above", "same as above", "do.", '"', '" "', "''", "〃"])
def test_ditto(cell: str) -> None:
    assert is_ditto(cell)
    assert inherits(cell)
    assert read_owners(cell) == []


@pytest.mark.parametrize("cell", ["", "TBC", "Head of HR", "As agreed above the line", "Doe"])
def test_no_ditto(cell: str) -> None:
    assert not is_ditto(cell)
    assert not inherits(cell)


def test_ditto_with_others_names_the_others() -> None:
    assert inherits("As above plus Tree Officer")
    assert not is_ditto("As above plus Tree Officer")
    assert [o.name for o in read_owners("As above plus Tree Officer")] == ["Tree Officer"]


def test_each_owner_names_the_rule_of_its_kind() -> None:
    rules = {o.name: o.rule for o in read_owners("Head of Parks; Olive Marsh; CMT; Police")}
    assert rules == {
        "Head of Parks": "post_and_field",
        "Olive Marsh": "given_name",
        "CMT": "team_initials",
        "Police": "known_body",
    }


def test_a_cell_of_prose_names_nobody() -> None:
    assert read_owners("Head of Parks " * 200) == []
