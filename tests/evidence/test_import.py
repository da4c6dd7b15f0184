import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tieline.actors.registry import Registry
from tieline.errors import CaseError, InputError, UnreadableError
from tieline.evidence.datasets.ucdp_esd import LAYOUT as ESD
from tieline.evidence.datasets.ucdp_nonstate import LAYOUT as NON_STATE
from tieline.evidence.importing import ImportReport, import_dataset
from tieline.evidence.record import digest, installed, read

FILES = {"ucdp-nonstate": "ucdp-nonstate-221.csv", "ucdp-esd": "ucdp-esd-ay-181.csv"}

GOOD = {
    "dyad_id": "1", "side_a_name": "Northern Front", "side_a_id": "9001",
    "side_a_components": "", "side_b_name": "Southern Front", "side_b_id": "9002",
    "side_b_components": "", "start_date": "2003-05-04", "start_prec": "1", "ep_end": "0",
    "ep_end_date": "", "ep_end_prec": "", "year": "2004", "best_fatality_estimate": "40",
    "low_fatality_estimate": "30", "high_fatality_estimate": "50", "location": "Utopia",
    "version": "22.1",
}  # fmt: skip

Import = Callable[..., ImportReport]


@pytest.fixture
def load(tmp_path: Path) -> Import:
    """Imports a file of good rows with the given changes into a fresh case."""

    def run(*changes: Mapping[str, str]) -> ImportReport:
        path = tmp_path / "made.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, NON_STATE.columns)
            writer.writeheader()
            writer.writerows({**GOOD, **change} for change in changes)
        return import_dataset("ucdp-nonstate", path, tmp_path / "case", lambda _: None)

    return run


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"best_fatality_estimate": "-3"}, "negative"),
        ({"low_fatality_estimate": "60"}, "above the high"),
        ({"high_fatality_estimate": "many"}, "no whole number"),
        ({"start_date": "2003-02-30"}, "impossible date"),
        ({"start_date": "2005-01-01"}, "ends before"),
        (
            {"ep_end": "1", "ep_end_date": "2006-01-01", "ep_end_prec": "1"},
            "outside the row's year",
        ),
        ({"year": "20004"}, "no year"),
        ({"side_b_id": ""}, "side b"),
        ({"dyad_id": "2"}, "duplicates line 2"),
    ],
)
def test_bad_rows_go_to_quarantine(load: Import, change: dict[str, str], reason: str) -> None:
    """A bad row is named with its line and kept apart, the others are imported."""
    report = load({"dyad_id": "2"}, {"dyad_id": "3", **change})
    assert report.rows == 1
    assert [item.row for item in report.rejected] == [3]
    assert reason in report.rejected[0].reason
    assert report.quarantine is not None
    kept_apart = list(csv.reader(report.quarantine.read_text(encoding="utf-8").splitlines()))
    assert kept_apart[1][:2] == ["3", report.rejected[0].reason]
    assert report.quarantine.parent == report.path.parent


def test_quarantine_goes_when_all_is_well(load: Import) -> None:
    """A later clean import of the same version leaves no quarantine file behind."""
    bad = load({}, {"year": "x", "dyad_id": "4"})
    assert bad.quarantine is not None
    assert load({}).quarantine is None
    assert not bad.quarantine.exists()


def _write_rows(path: Path, *rows: bytes) -> Path:
    head = ",".join(NON_STATE.columns).encode()
    path.write_bytes(b"\n".join((head, *rows)))
    return path


def _line(**change: str) -> bytes:
    return ",".join({**GOOD, **change}.values()).encode()


def test_mixed_encodings(tmp_path: Path) -> None:
    """A row in another encoding is rejected by line, and its bytes are kept."""
    bad = _line(dyad_id="7", side_a_name="X").replace(b"X", b"Fr\xe9res")
    path = _write_rows(tmp_path / "mixed.csv", _line(), bad)
    report = import_dataset("ucdp-nonstate", path, tmp_path / "case", lambda _: None)
    assert [(item.row, "mixed encodings" in item.reason) for item in report.rejected] == [(3, True)]
    assert report.quarantine is not None
    assert b"Fr\xe9res" in report.quarantine.read_bytes()


def test_half_a_download(tmp_path: Path) -> None:
    """A file cut off inside a row keeps the whole rows and names the cut one."""
    path = _write_rows(tmp_path / "half.csv", _line(), _line(dyad_id="8")[:30])
    report = import_dataset("ucdp-nonstate", path, tmp_path / "case", lambda _: None)
    assert (report.rows, report.rejected[0].row) == (1, 3)
    quoted = _write_rows(tmp_path / "quoted.csv", _line(), b'"1","an open quo')
    report = import_dataset("ucdp-nonstate", quoted, tmp_path / "case", lambda _: None)
    assert "ends early" in report.rejected[0].reason


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b,c\n1,2,3\n", b"\x00\x01\x02\xff", "dyad_id,year\n1,2".encode("utf-16")],
    ids=["empty", "other columns", "binary", "utf-16"],
)
def test_wrong_layout_is_refused_whole(tmp_path: Path, content: bytes) -> None:
    """A file of another layout is refused in one line and leaves no case behind."""
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    for name in FILES:
        with pytest.raises(UnreadableError, match=r"wrong\.csv: not UCDP.*columns"):
            import_dataset(name, path, tmp_path / "case", lambda _: None)
    assert not (tmp_path / "case").exists()


def test_unknown_version_is_refused(load: Import, tmp_path: Path) -> None:
    """A version whose coverage is not stated is refused, since its silence would mislead."""
    with pytest.raises(InputError, match=r"24\.1.*known versions: 22\.1"):
        load({"version": "24.1"})
    assert not (tmp_path / "case").exists()


def test_missing_file_and_no_rows(load: Import, tmp_path: Path) -> None:
    """A missing file, or one without a usable row, is one clear error."""
    with pytest.raises(UnreadableError, match="cannot be read"):
        import_dataset("ucdp-nonstate", tmp_path / "none.csv", tmp_path / "case", lambda _: None)
    with pytest.raises(UnreadableError, match="no usable row; line 2"):
        load({"year": "x"})


def test_import_again_gives_the_same(load: Import, tmp_path: Path) -> None:
    """Importing twice replaces the file and leaves no part behind."""
    first, second = load({}), load({})
    assert first.path.read_bytes() == second.path.read_bytes()
    assert [path.name for path in first.path.parent.iterdir()] == ["ucdp-nonstate-22.1.parquet"]
    assert [item.name for item in installed(tmp_path / "case")] == ["ucdp-nonstate"]


def test_observations_survive_the_file(load: Import, tmp_path: Path) -> None:
    """What is read back is what was read in, with the file's name and digest beside it."""
    load({"side_a_components": "9003, 9004", "location": "Utopia, Erewhon"})
    item = installed(tmp_path / "case")[0]
    assert (item.file, item.sha256) == ("made.csv", digest(tmp_path / "made.csv"))
    [observation] = read([item], ["9003"])[item.path]
    assert observation.first.parts == ("9003", "9004")
    assert observation.places == ("Utopia", "Erewhon")
    assert (observation.low, observation.best, observation.high) == (30, 40, 50)
    assert observation.row == 2


def test_broken_observations(load: Import, tmp_path: Path) -> None:
    """A broken observations file is one clear error that says what to do."""
    load({}).path.write_bytes(b"not parquet")
    with pytest.raises(CaseError, match="import its data again"):
        installed(tmp_path / "case")


def test_a_failed_write_leaves_the_old(load: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the observations from before stay, and no part is left."""
    before = load({}).path
    kept = before.read_bytes()

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pyarrow.parquet.write_table", full)
    with pytest.raises(CaseError, match="free space"):
        load({}, {"dyad_id": "9"})
    assert before.read_bytes() == kept
    assert list(before.parent.iterdir()) == [before]


def test_real_files(full_case: Path, shared_data: Path, tmp_path: Path) -> None:
    """The published files are read to the last row; four rows of Non-State have low above high."""
    lookup = Registry.shipped().by_source
    folder = shared_data / "ucdp"
    non_state = import_dataset("ucdp-nonstate", folder / FILES["ucdp-nonstate"], tmp_path, lookup)
    esd = import_dataset("ucdp-esd", folder / FILES["ucdp-esd"], tmp_path, lookup)
    assert non_state.rows + len(non_state.rejected) == 1442
    assert [item.row for item in non_state.rejected] == [359, 418, 448, 771]
    assert all("above the high" in item.reason for item in non_state.rejected)
    assert (esd.rows, esd.rejected, esd.version) == (4781, (), "18.1")
    assert esd.linked > 300
    assert [item.observations for item in installed(full_case)] == [
        esd.observations,
        non_state.observations,
    ]


def test_esd_needs_every_count() -> None:
    """The External Support layout names the count of every kind for states and others."""
    assert {"ext_f_count_s", "ext_l_count_ns", "ext_u_count_s"} <= set(ESD.columns)
