#include "base/codes/codes_usage.hpp"

namespace sneddon {
namespace {

constexpr CodePage pages[] = {
    {"SND-U001", "unknown command or option",
     "The command line holds a word that the program does not know. Nothing was read or written.",
     "Take the name that the message proposes, or see `sneddon -h`."},
    {"SND-U002", "unknown key",
     "A recipe, a study.toml or --set names a key that is not in the table. It is an error and not "
     "ignored: a misspelt option would leave its default in force unseen.",
     "Take the key that the message proposes; docs/recipe.md and docs/study-file.md list all."},
    {"SND-U003", "value of another type",
     "A key holds text where a number belongs, or the like. The message says what is accepted.",
     "Write the value as the message says: numbers without quotes and with a decimal point, text "
     "in "
     "quotes."},
    {"SND-U004", "value outside of what is accepted",
     "A number lies outside of its range, or a word is none of the words of its key.",
     "Take a value that the message names."},
    {"SND-U005", "not a TOML file",
     "The file cannot be read as TOML; the message names the line and what is wrong there.",
     "Correct the line. `sneddon recipe init` prints a recipe that can be changed."},
    {"SND-U007", "two options against each other",
     "Each value is accepted alone, not both together: a lower bound above the upper one, two area "
     "functions, a depth range without an area function.",
     "Change one of the two."},
    {"SND-U008", "an argument that cannot be taken apart",
     "An argument has a form: --set key=value, --unit load=uN. This one has no equals sign, or "
     "nothing on one side of it.",
     "Write it in that form, without spaces around the equals sign."},
    {"SND-U009", "unknown code", "`sneddon explain` was asked for a code that is not in the table.",
     "Take the code that the message proposes; `sneddon explain --all` prints all."},
    {"SND-U010", "not an area function",
     "The text given for the area function is neither a list of coefficients C0,C1,... (at most 9) "
     "nor \"ideal\" nor \"cap-cone:R_nm[:half_angle_deg]\" nor \"thurn-cook:...\" alike.",
     "Give the coefficients of the calibrated tip (C0 in nm²/nm², C1 in nm²/nm, ...), the .ara "
     "file "
     "of the instrument, or ask for the ideal tip by name."},
    {"SND-U011", "no such test in the file",
     "FILE#TEST names a test by its number in the file, and FILE#TEST.CYCLE a cycle of it. The "
     "file holds fewer.",
     "Take a number that the message names; `sneddon look FILE` counts them."},
    {"SND-U013", "a key is missing",
     "Keys that belong together are not all there: a grid needs nx, ny and pitch_um, a cap-cone "
     "its radius_nm, an attachment its kind and file.",
     "Add the key that the message names."},
    {"SND-U014", "a file named in study.toml is missing",
     "Names in study.toml are seen from the folder that holds it, and there is no such file.",
     "Correct the name, or put the file there."},
    {"SND-U015", "the recipe file keeps options of another profile",
     "--profile names another profile than the recipe file does. The options that the file states "
     "stay in force, so the results are not those of the profile alone.",
     "Remove the options named in the warning from the recipe file, or leave --profile out."},
    {"SND-U016", "several samples, or folders that are taken for one",
     "The nearest study.toml above a file makes it one of its sample; without any, the folders "
     "that "
     "were named on the command line are the samples. Groups are made within a sample and begin "
     "with its name, and findings on all tests use only the facts that all samples share. Tests "
     "without a study.toml that lie in several folders below one that was named are one sample.",
     "Nothing, if that is meant. A study.toml in a folder makes its files a sample; one in the "
     "folder above makes one sample of all that is below; or name the folders one by one."},
    {"SND-U017", "facts against each other",
     "A study.toml states a fact that [common] of one above it states otherwise, or two study.toml "
     "give one name to two samples. The nearest study.toml holds for its files.",
     "Remove the fact that is wrong; give each sample a name of its own."},
    {"SND-U021", "no such column in the table",
     "--columns names a head that the first line of the table does not have. Heads are compared "
     "letter by letter, without their quotes. A table without heads has the columns 1, 2, ...",
     "Take a name that the message lists."},
    {"SND-U022", "a cell that is not a number",
     "A cell of a column that the fit uses is empty, text, NaN or infinite. Rows are never dropped "
     "without being told, so nothing was fitted.",
     "Remove or fill the row that the message names."},
    {"SND-U023", "too few rows for the fit",
     "The table, or the window of it that the fit uses, holds fewer rows than the law needs.",
     "Give more rows, or widen the window."},
    {"SND-U024", "numbers that the law does not allow",
     "The numbers are read, but the law has no meaning for them: time that does not rise, a time "
     "before the start of the law, a load that is nowhere positive.",
     "Check that the columns are named in the order that `sneddon fit -h` shows, and correct the "
     "rows."},
    {"SND-U026", "a unit that does not fit its column",
     "The head of a column, or the row of units below it, names a unit that is not known or is one "
     "of "
     "another quantity. Numbers are converted by it, so it is never passed over.",
     "Write the unit of the numbers into the head: nm, um, uN, mN, N, s; or give the columns in "
     "the "
     "order that `sneddon fit -h` shows."},
    {"SND-U027", "a condition that cannot be read",
     "`where` of [[exclude]] in study.toml takes comparisons of columns of tests.csv with values, "
     "joined by and, or, not and brackets: H_IT_GPa > 20 and (sample = annealed or not hold_s < "
     "5). Texts take = and != with the patterns * and ?; `= none` finds tests without the number. "
     "Clusters and flags are found in the tests and must not choose them.",
     "Correct the place that the message names."},
    {"SND-U028", "nothing to leave out",
     "--exclude, --only or [[exclude]] names a test or a file that is not among those that were "
     "read. A name that was mistyped would leave the test in.",
     "Take a test_id of tests.csv, a file's name, or a pattern with * and ?."},
    {"SND-U030", "no such preset",
     "`sneddon simulate` was asked for a study that is not built into the program.",
     "Take one of the names in the message; `sneddon simulate --list` describes them."},
    {"SND-U031", "a study that cannot be simulated",
     "The numbers are each accepted, but together they do not make a study: no load function, too "
     "many tests for the correlated fields, no hardness.",
     "Change the number that the message names."},
    {"SND-U032", "too many faulty tests",
     "--fault makes tests of an otherwise good study faulty. More than 5 % of them would be "
     "another "
     "study.",
     "Ask for lower rates; they add up to at most 0.05."},
    {"SND-U033", "no file to read",
     "None of the paths leads to a file. OUT was neither made nor changed.",
     "Check the spelling; `sneddon look PATH` says what is there."},
    {"SND-U040", "calibration: an option that cannot be used",
     "The reference, the columns of a table or their units, or the form for a tip file is not one "
     "that is known.",
     "The message says what was found and what can be given; `sneddon calibrate area -h` has "
     "examples."},
    {"SND-U041", "nothing to calibrate with",
     "None of the files gave an unloading with depth, load and stiffness.",
     "Give the curves of indents in the reference, or a table with --columns."},
    {"SND-U042", "not the results of a run",
     "compare takes folders that `sneddon run` wrote, or their results.json.",
     "Run `sneddon run PATH... -o OUT` first and give OUT."},
    {"SND-U043", "no results of the vendor's program",
     "None of the tests holds a value of the instrument's own program, so there is nothing to "
     "compare with.",
     "Export the tests with their results, or run with the table of results in the folder of the "
     "curves."},
    {"SND-U044", "attachment that cannot be shown",
     "A pattern is not two columns of numbers, or a picture is no PNG or JPEG or too large for a "
     "page.",
     "The message names file and line and what is expected there; nothing was analysed yet."},
    {"SND-U045", "nothing to compare",
     "`sneddon compare A B` sets tests of the same file (SHA-256) side by side, "
     "and all others as samples at the load functions of both. The two outputs share neither a "
     "test "
     "nor a load function with two used tests in each.",
     "Compare two runs over the same files, or two samples that were tested alike: the peak load "
     "within 5 %, the hold within 2 % or 0.5 s."},
    {"SND-U046", "files that cannot be taken one by one",
     "With drift over the order of the tests the analysis of a file follows from all the others, "
     "so "
     "that what it gave once does not hold beside others.",
     "Leave --cache out, or set correct.drift to another rule."},
    {"SND-U047", "parts that do not make a study",
     "A part is missing, there twice, damaged, older than a file of it, or of another study: of "
     "other "
     "files, another recipe or tip, another program, or of another number of parts. Nothing is "
     "made "
     "of what is left.",
     "The message names the part; delete it and make it again with sneddon shard."},
    {"SND-U048", "no such part of a study", "Parts are numbered from 1 to their number.",
     "--shard 3/24 is the third of 24."},
    {"SND-U050", "columns of unequal length",
     "Columns in memory were given for one curve, and they do not hold the same number of points.",
     "Give time, depth and load of the same points; NaN for a number that is missing."},
    {"SND-U060", "a build without HDF5",
     "This program was built without the HDF5 library (SNEDDON_HDF5=OFF). It reads HDF5 files and "
     "cannot write them.",
     "Convert to csv or triboscan-txt, or take a build with the library."},
    {"SND-U061", "output and format do not fit",
     "CSV and text hold one test a file: they need a folder. A file of the ending .h5 or .hdf5 is "
     "HDF5.",
     "Give a folder with -o, or --to hdf5."},
    {"SND-U062", "--column that names no column",
     "--column QUANTITY=HEAD, or [columns] in study.toml, names a quantity that tables do not "
     "have, a head that is not in the table, or a unit that is none of this quantity.",
     "Take a head that the message lists, with its unit behind a colon: --column "
     "H='HARDNESS:GPa'."},
    {"SND-U063", "Parquet on the command line",
     "The program writes tables as CSV, as a workbook and as an Arrow file. Parquet is written by "
     "pyarrow, which the Python package calls.",
     "In Python: sneddon.run(\"measurements/\", tables=\"parquet\"); or --tables arrow, which the "
     "same programs read."},
    {"SND-U130", "stopped",
     "The run was stopped from outside (Ctrl-C, SIGTERM). An OUT of before is as it was.",
     "Start it again."},
    {"SND-U131", "out of memory",
     "The system, or `ulimit -v`, gave no more memory to what takes all tests or a whole output "
     "together. An OUT of before is as it was.",
     "Give fewer files, run with --threads 1, or allow more memory."},
};

}  // namespace

std::span<const CodePage> usage_code_pages() {
    return pages;
}

}  // namespace sneddon
