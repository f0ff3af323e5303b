"""A study in parts on Spark: the shard call of every other engine. In .ci/run --long."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
import sneddon
from conftest import FIRST_RUN
from test_run import files_of

pyspark = pytest.importorskip("pyspark")
if shutil.which("java") is None:
    pytest.skip("no java here (Debian: default-jre-headless)", allow_module_level=True)


def test_parts_made_by_spark_are_merged_into_the_bytes_of_one_run(command_line, tmp_path, monkeypatch):
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    expected = command_line(str(FIRST_RUN), "--figures", "none")
    study, folder, parts = str(FIRST_RUN), str(tmp_path / "parts"), 7

    def make(part: int) -> tuple[int, bool]:
        import sneddon

        made = sneddon.shard(study, part=part, parts=parts, output=folder, threads=1)
        return part, made.was_there

    settings = pyspark.SparkConf().setMaster("local[2]").set("spark.ui.enabled", "false")
    context = pyspark.SparkContext(conf=settings.set("spark.driver.bindAddress", "127.0.0.1")
                                   .set("spark.driver.host", "127.0.0.1"))  # fmt: skip
    try:
        first, again = (
            context.parallelize(range(1, parts + 1), parts).map(make).collect() for _ in range(2)
        )
    finally:
        context.stop()
    assert first == [(part, False) for part in range(1, parts + 1)]
    assert again == [(part, True) for part in range(1, parts + 1)]
    merged = sneddon.merge(folder, output=tmp_path / "out", figures="none")
    assert files_of(Path(merged.folder)) == files_of(expected)
