#include "base/codes/codes_read.hpp"

namespace sneddon {
namespace {

constexpr CodePage pages[] = {
    // R: read
    {"SND-R001", "file or folder cannot be read",
     "The operating system refused to open the file or folder; its own reason is in the message. "
     "The file counts as refused.",
     "Check the path and the permissions, then run again."},
    {"SND-R002", "the file is empty", "The file has no byte. It counts as refused.",
     "Copy or export the file again."},
    {"SND-R003", "no known format",
     "Neither a format of the list nor text with load, depth and time columns was recognised. "
     "Formats are told by their content, never by the name of the file.",
     "See `sneddon formats`; export columns with units in their heads as CSV."},
    {"SND-R004", "a known format that is not read",
     "The content is of a format this version can name but not read. The file counts as refused.",
     "Export the tests from the instrument's program as text, or as CSV with units in the heads."},
    {"SND-R005", "a path that matches nothing",
     "No file or folder has this name and no file matches this pattern.",
     "Check the spelling; put patterns in quotes if the shell changes them."},
    {"SND-R006", "not a regular file",
     "A pipe, a socket or a device is never opened: reading it might never end.",
     "Copy its content into a file."},
    {"SND-R007", "not enough memory for a file",
     "Reading and analysing the file asks for more memory than the system or `ulimit -v` gives. "
     "The "
     "file counts as refused; the others are analysed.",
     "Run with --threads 1, or split the file."},
    {"SND-R010", "a head without samples",
     "The file has the head of a test and not one row of numbers: it was cut off, or the test was "
     "aborted.",
     "Export the test again, or leave the file out."},
    {"SND-R011", "only one sample", "One sample is no curve. The file was cut off.",
     "Export the test again, or leave the file out."},
    {"SND-R012", "a line that is not a row of the table",
     "Inside the rows of numbers a line holds words, or too few or too many numbers. The message "
     "shows the line.",
     "Remove the line, or export the test again."},
    {"SND-R013", "not the declared number of points",
     "The head of the file declares another number of points than there are rows. The rows that "
     "are "
     "there are used; the inferences of the test say how many are missing.",
     "If the end of the unloading is missing, export the test again."},
    {"SND-R014", "the last row is cut off",
     "The file ends in the middle of a row. That row was left out and the others are used.",
     "Export the test again."},
    {"SND-R015", "a column without a unit",
     "The head of a column names no unit, and no unit was stated. Units are never guessed from the "
     "size of the numbers alone.",
     "State it, for example --unit load=mN --unit depth=nm --unit time=s, or write the unit into "
     "the "
     "head: 'Load (mN)'."},
    {"SND-R016", "not a unit of this quantity",
     "--unit takes load=uN|mN|nN|N|kN, depth=nm|um|pm|mm|m and time=s|ms|us|min|h.",
     "Type the unit as in the list, for example --unit load=mN."},
    {"SND-R017", "a column is missing",
     "A curve needs load, depth and time. The message names the heads that were found.",
     "Export the missing column too, or give the column a head that names it."},
    {"SND-R018", "several columns for one quantity",
     "More than one column could be the load (or depth, or time), and choosing would be a guess.",
     "Keep the measured column, and remove or rename the others."},
    {"SND-R019", "the decimal mark is ambiguous",
     "Every number with a comma can be read in two ways (1,234 is 1.234 or 1234), or comma and "
     "point "
     "stand in one table.",
     "Export with a decimal point, or separate columns by tab or semicolon and write more digits."},
    {"SND-R020", "digits in groups",
     "A number has a thousands separator: reading it as a decimal mark would be wrong by 1000.",
     "Export without thousands separators."},
    {"SND-R021", "a column without a single number",
     "Every cell of the load, depth or time column is empty, not a number or a sentinel (1e99 or "
     "more).",
     "Export the test again."},
    {"SND-R022", "not an area function file",
     "The file is neither a Hysitron area function (.ara) nor a UMIS one (.afn), a coefficient in "
     "it "
     "is not a number, or a table in it does not rise.",
     "Export the area function again, or give the coefficients: --area-function C0,C1,..."},
    {"SND-R023", "area function with B",
     "The area function has a constant B other than 0, whose meaning is not documented. Using or "
     "ignoring it would change every area silently.",
     "Fit the area function again with B fixed at 0."},
    {"SND-R024", "load and depth at different times",
     "The load and the depth of one curve have time columns of their own that differ. "
     "Interpolating "
     "one onto the other would invent samples.",
     "Export the tests one by one, with load and depth of the same moment in one row."},
    {"SND-R030", "unit of the load inferred from its size",
     "The head says newtons where the program writes micronewtons: the micro sign was lost. Loads "
     "of "
     "more than 10 N are impossible for the instrument, so µN was taken.",
     "Check that the peak load is right; export again with the micro sign to be rid of this flag."},
    {"SND-R031", "--unit was not applied",
     "The head of the column names a unit, which is stronger than what --unit states, so that one "
     "option serves a folder of mixed files.",
     "If the head is wrong, mend it; else leave --unit out."},
    {"SND-R032", "no time column",
     "The file holds loads and depths without times. The points were counted, one a second; all "
     "that "
     "is a time or depends on one is empty: durations, creep, C_IT, and no drift is taken off.",
     "Export the time column too where there is one."},
    {"SND-R033", "a compound file that does not hold together",
     "The file is a compound file (OLE 2: .xls, .mss) whose tables, chains of sectors or records "
     "contradict each other or its length, or that is encrypted. It was cut off or damaged.",
     "Copy or export the file again; save an encrypted workbook without its password."},
    {"SND-R040", "a packed file that cannot be unpacked",
     "The zip or gz file was cut off or damaged, is packed with a password or by another method, "
     "holds two files of one name, or says or becomes more than a measured text can be (a bomb). "
     "Nothing of the damaged part is read.",
     "Copy or pack it again, or unpack it with another program and give the folder."},
    {"SND-R041", "a workbook whose XML cannot be read",
     "The file is an Excel workbook (.xlsx) whose parts are missing, name a text or a place that "
     "is "
     "not there, are not well-formed XML, or declare a document type (which is where XML bombs "
     "are). "
     "It was cut off, damaged or encrypted.",
     "Copy or export the file again; save an encrypted workbook without its password."},
    {"SND-R042", "an HDF5 file that does not hold together",
     "The structures of the file contradict each other or its length, or its numbers cannot be "
     "unpacked. It was cut off, is still being written, or was damaged.",
     "Copy the file again, or convert the original files again."},
    {"SND-R043", "a file larger than its kind can be",
     "The file begins as a workbook, a packed or a binary instrument file, which are read whole, "
     "and has more than 1 GiB; the largest of a real instrument that was seen has 60 MB. It is "
     "refused before it is read.",
     "Save its tests in several files, or export them as text: text and HDF5 may be larger."},
    {"SND-R050", "one half of a pair (.tdm and .tdx)",
     "An NI TDM test is two files: the head (.tdm) says what the numbers in the other (.tdx) are. "
     "Only one of them is here, and no text export of the same name lies beside it. A .tdx on its "
     "own does not tell which of its numbers are loads.",
     "Copy the other file into the same folder, or export the test as text."},
    {"SND-R051", "an NI TDM file that does not hold together",
     "The head (.tdm) is no XML or contradicts itself, or places values outside of the numbers "
     "(.tdx). One of the two was cut off, damaged, or belongs to another test.",
     "Copy both files again from the instrument."},
    {"SND-R052", "load and depth computed from the volts of a .hys",
     "The file holds volts and the settings of the instrument. Load and depth were computed from "
     "them, as TriboScan does: on 47 tests of one instrument with its own export beside them "
     "within "
     "0.003 µN and 1e-5 nm, on 6 of another within 0.001 nm of the largest depth. No description "
     "by "
     "the vendor is known.",
     "Compare one test with TriboScan's export as text; for results to publish use the export."},
    {"SND-R053", "a .hys that does not hold together",
     "The counts, times or settings in the head contradict each other or the length of the file, "
     "or "
     "the version is not one whose layout is known (7VI3, 9VI3).",
     "Copy the file again, or export the test from TriboScan as text."},
    {"SND-R054", "read from a description alone",
     "No file of this format was at hand when its reader was written: layout and units are those "
     "of "
     "descriptions by others. What could be checked fits, or the file would have been refused; "
     "that the right numbers are loads and depths was never seen.",
     "Compare one test with the export of the instrument's own program before any number is used."},
    {"SND-R055", "a file that does not fit the description of its format",
     "The file was recognised, but its counts, marks or numbers are not those of the description "
     "that the reader follows (SND-R054). It was cut off, or is of another version.",
     "Export the tests as text or CSV; a file of this kind would help to mend the reader."},
    {"SND-R056", "a table of results that does not say what it holds",
     "The table has no column of a hardness or a modulus, or such a column names no unit: GPa and "
     "MPa differ by a thousand, and none is guessed.",
     "Say it: --column H='HARDNESS:GPa' --column E='MODULUS:GPa', or [columns] in study.toml. "
     "`sneddon look` shows what each column is taken for."},
    // S: segment
    {"SND-S001", "no loading and unloading found",
     "The load does not rise and fall by more than its noise, so the record holds no indentation "
     "that can be analysed. The test is refused.",
     "Look at the curve with `sneddon show FILE`; check that load and depth are not exchanged."},
    {"SND-S002", "time runs back",
     "A sample is earlier than the one before it. Durations and rates of this test are doubtful.",
     "Check the export; some instruments restart the clock at the surface."},
    {"SND-S003", "time stamps repeat",
     "A quarter of the samples have the time of the one before, or 3 in a row share a time: the "
     "times "
     "are rounded, or the clock stands still. The samples of one time were spread evenly over the "
     "interval that rounds to it; durations, creep and rates are good to that interval only.",
     "Export the file again with more digits of the time."},
    {"SND-S004", "a time far from both neighbours",
     "A sample's time lies more than 10 usual steps outside of those before and after it, which "
     "follow each other. The cell is corrupt; the mean of the neighbours was taken.",
     "Check the export: where one cell is corrupt, others may be."},
    {"SND-S005", "an oscillation on the load",
     "The load goes up and down by less than a tenth of its peak, 10 times and more at one "
     "distance, "
     "as in continuous stiffness measurement. Load and depth were averaged over one period: all "
     "values are those of the mean curve, and corners are rounded by half a period.",
     "None needed; the dynamic stiffness of the instrument is not used."},
    {"SND-S010", "the depth falls while the load rises",
     "The sign of the depth is the other way: an export of distances or heights, or a stage that "
     "counts downwards. The test is refused, for every depth and work would be negative.",
     "Turn it with --unit depth=-nm (the minus turns, a unit of the head stands), or export depths "
     "that "
     "grow into the sample."},
    {"SND-S011", "the load is negative in compression",
     "The load is largest on the negative side, by far more than adhesion pulls: its sign is the "
     "other way. The test is refused.",
     "Turn it with --unit load=-uN (the minus turns, a unit of the head stands), or export loads "
     "that "
     "are positive in compression."},
    {"SND-S012", "an unloading without its loading",
     "The file begins at the peak and the load only falls. Stiffness, depths, hardness and modulus "
     "follow from the unloading, the depth as the file counts it; works, elastic part, creep and "
     "pop-ins are empty, and no zero point can be found.",
     "Export the whole test where the loading was recorded."},
};

}  // namespace

std::span<const CodePage> read_code_pages() {
    return pages;
}

}  // namespace sneddon
