// How well each format is known, and what misleads in its files: columns of `sneddon formats`.
#pragma once

#include <string_view>

namespace sneddon {

struct FormatNote {
    std::string_view id;
    /// "verified on N files ...", "from description ...", "experimental ...", "made by sneddon" or
    /// "told by ..." (what is named and not read).
    std::string_view level;
    std::string_view traps;
};

inline constexpr FormatNote format_notes[] = {
    {"hysitron-hys", "verified on 53 files (9VI3 47, 7VI3 6)",
     "the same test as TriboScan's text beside it, which wins; load from volts, within 0.3 % of "
     "the peak (SND-R052)"},
    {"hysitron-bcrf", "verified on 3 files", "pixels without the tests they were made of"},
    {"sneddon-hdf5", "made by sneddon", "a build without the HDF5 library reads it, writes none"},
    {"micromechanics-hdf5", "verified on 2 files (22 tests)",
     "units often stand in no attribute: the converter's name tells them; the drift in it is none"},
    {"inview-xlsx", "verified on 1 file (8 tests of 6 cycles)",
     "markers tell the last cycle only; frame and drift are off the depth already"},
    {"nanosuite-xls", "verified on 13 files (232 tests)",
     "corrections are in the columns already; 'Tagged' tests stay in; the rows of means are no "
     "tests"},
    {"nanosuite-mss", "verified on 1 file (20 tests)",
     "units are kgf, mm, s whatever the program shows; tagged tests are not known"},
    {"excel", "verified on 3 files (10 curves, 320 rows of results)",
     "cells that are texts with decimal commas are numbers; two empty rows divide curves"},
    {"excel-xls", "told by its first bytes", "what says .doc, .msi or .msg is one too"},
    {"hdf5", "told by its first bytes", "any program's: names and units of the columns differ"},
    {"zip", "verified on 1 file (39 tests)",
     "beside its own unpacked folder the tests are there twice (SND-G003)"},
    {"ods", "told by its first bytes", "holds tests as an .xlsx does"},
    {"office", "told by the names in it", "a curve pasted into a document is not looked for"},
    {"archive", "told by its first bytes", "only .zip and .gz are opened"},
    {"apple-double", "told by its first bytes", "has the name of the test it lies beside"},
    {"pdf", "told by its first bytes", "a report in it is not read"},
    {"image", "told by its first bytes", "a picture of a curve is no curve"},
    {"ni-tdm", "verified on 4 files with their .tdx, and NI's samples",
     "renamed pairs; vendor's analysis of another test (Quasi_Analysis_*); segment types are "
     "memory that nobody set"},
    {"ni-tdx", "verified on 4 files", "has no mark: without its .tdm nobody can tell the columns"},
    {"kla-nmd", "experimental, from description (nmd2hdf.py), flagged SND-R054",
     "which corrections the depth has is not known"},
    {"fischer-hap", "experimental, from description (hap2hdf.py), flagged SND-R054",
     "recognised by four limits that a user may change; the clock begins anew at the approach"},
    {"eoh-text", "verified on 1 file without a load; with one from description",
     "the heads' units may be wrong (nm for um, ms for s)"},
    {"hysitron-txt", "verified on 358 files",
     "frame and drift are off the depth already; blank lines are ends of segments, and XPM has "
     "none"},
    {"hysitron-ara", "verified on 1 file",
     "the tip modulus is in GPa though its label says N/mm^2"},
    {"umis-afn", "experimental, from description (tipeval)",
     "areas as A/A_i of a Berkovich tip; the compliance of its head is not used"},
    {"hysitron-ldf", "verified on 1 file", "what was asked for, not what was measured"},
    {"hysitron-results", "verified on 3 files",
     "two columns are called A; hmax of a series is that of its first test; pi is 3.14 in Er"},
    {"hysitron-hld", "verified on 6 files", "frame and drift are off the depth already"},
    {"hysitron-nanodma", "verified on 1 file",
     "0 stands for no result; an export may hold the loading alone"},
    {"antonpaar-txt", "verified on 2 files; several tests in one file from description",
     "units of results scale themselves (MPa, GPa); decimal commas by the language of the system"},
    {"antonpaar-multicurve", "verified on 3 files (16 tests); hardness over depth from description",
     "a graph of results has no load and gives no test"},
    {"antonpaar-results", "verified on 1 file; the report from description",
     "the unit of HIT and of X, Y differs from file to file"},
    {"nanosuite-method", "verified on 1 file", "formulas without numbers"},
    {"nanosuite-paste", "verified on 1 file (9 tests)", "no time: nothing that needs a rate"},
    {"nanotest-txt", "verified on 1 archive (39 tests)",
     "no heads: units are those of the instrument's export; the hold for drift is cut out"},
    {"fischer-txt", "verified on 1 file (10 tests of 8 cycles)",
     "decimal commas in rows, points in values; the values are those of the last cycle"},
    {"femtotools-map", "verified on 1 file (26,030 rows)", "results, no curves"},
    {"femtotools-txt", "told by description, no file seen",
     "one file holds many indents, and the load is a sensor's force in uN"},
    {"optics11-txt", "told by description, no file seen",
     "its force is a cantilever's, and soft samples need another contact model"},
    {"git-lfs", "told by its first line", "looks like the file, holds its name and size only"},
    {"sneddon-table", "made by sneddon", "results, no curves"},
    {"sneddon-json", "made by sneddon", "results, no curves"},
    {"json", "told by its first line", "any program's: names of the columns differ"},
    {"html", "told by its first line", "programs save pages as .xls"},
    {"results-table", "verified on 4 maps of hardness and modulus",
     "one row per indent: becomes vendor values only beside the curves"},
    {"csv", "verified on 100 files of KLA InView, cases of every mark and unit, and our own",
     "two pairs of load and depth: which is used is said; a unit must stand in the head or in "
     "--unit"},
    {"toml", "made for sneddon", "only study.toml and the file of --recipe have a meaning"},
    {"notes", "told by its words", "numbers in prose are not looked for"},
};

}  // namespace sneddon
