"""Real files of instruments: whatever they hold, no impossible value without a flag."""
import pathlib
import tarfile

from cases.impossible import unflagged

FOLDERS = ("instruments", "popin_ti990", "fused_quartz_ti990", "ti33_temperature")
MOST_s = 300  # for a folder of a hundred curves


def laid_out(folder, scratch):
    """The folder itself, or a folder of the texts of its archives."""
    archives = sorted(folder.glob("*.tar.xz"))
    for archive in archives:
        with tarfile.open(archive) as opened:
            opened.extractall(scratch / archive.name.partition(".")[0], filter="data")
    return scratch if archives else folder


def judge_folder(folder, program, scratch):
    """(what is wrong, a line of what was met): a run for each folder or archive inside."""
    wrongs, rows, used, inputs, flagged = [], 0, 0, 0, 0
    places = sorted(each for each in laid_out(folder, pathlib.Path(scratch)).iterdir() if each.is_dir())
    for place in places:
        answer = program.run(place, seconds=MOST_s)
        if answer.is_hung or answer.code not in (0, 3):
            wrongs.append(f"{place.name}: {'no end' if answer.is_hung else f'exit {answer.code}'}")
        wrongs += [f"{place.name}: {each}" for each in unflagged(answer.results, answer.odd_numbers)]
        rows += len(answer.tests)
        used += len(answer.used)
        flagged += sum(bool(test["flags"]) for test in answer.used)
        inputs += len(answer.results.get("inputs", []))
    return wrongs, f"{inputs} files, {rows} rows, {used} used, {flagged} of them with flags"
