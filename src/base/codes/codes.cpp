#include "sneddon/base/codes.hpp"

#include <algorithm>
#include <vector>

#include "base/codes/codes_analyse.hpp"
#include "base/codes/codes_usage.hpp"

namespace sneddon {
namespace {

// Sorted by code, between those of codes_analyse.cpp and codes_usage.cpp;
// tests/architecture/codes_test.cpp reads the sources and fails for a code that is used and not
// here, or here and not used.
constexpr CodePage further_pages[] = {
    // C: correct
    {"SND-C001", "the zero of the file is far from contact",
     "The depth where the load begins (parabola over the first 10 % of h_max, else the first load "
     "above noise) is more than 25 % of the indentation away from zero: the file's depth is that "
     "of a stage or a piezo, or the surface was found wrongly.",
     "Look at the curve with `sneddon show FILE#test`. The zero that was taken instead stands "
     "under corrections; correct.zero chooses another, correct.zero = \"file\" keeps the file's."},
    {"SND-C002", "large thermal drift",
     "The drift that was subtracted, by the instrument or here, is more than 0.1 nm/s: what is "
     "left "
     "of it moves depths, creep and works (an error of 0.05 nm/s over a hold of 60 s changes "
     "H_IT of a 50 nm indent by 16 %).",
     "Let the instrument settle, or compare with correct.drift = \"hold\" or \"none\"."},
    {"SND-C003", "tilted baseline",
     "Before contact the load changes with the depth, by a line whose slope is 5 times its error "
     "and "
     "by more than 0.5 % of F_max over the depths of the test: a spring of the transducer, a wire, "
     "a "
     "virtual deflection. It goes on in contact, so the line was taken off all loads; with "
     "correct.tare = \"none\" or a value it was left.",
     "Correct the baseline in the instrument's program, or check that the approach is free."},
    // G: study
    {"SND-G001", "grid positions not known after a file that could not be read",
     "A file without a result stands between two arrays, and it may be the last of the one or the "
     "first of the other. The positions of the later tests would be off by one place, so they are "
     "left empty.",
     "Give time stamps, repair the file, or set positions in the files."},
    {"SND-G002", "more tests than places in the grid",
     "A load function has more tests than nx times ny of study.toml. The tests that have no place "
     "have no position.",
     "Correct nx and ny in study.toml."},
    {"SND-G003", "files with the same bytes",
     "Two or more files are the same measurement. Each is counted, as it was given.",
     "Remove the copies."},
    {"SND-G004", "the columns of another test",
     "Load and depth of this test are, number by number, those of an earlier one: one measurement "
     "counted twice, under another name or another time. The earlier test is not flagged.",
     "Remove one of the two files, or export the test again."},
    {"SND-G005", "another frame compliance than the other tests",
     "The volts of this file say that its depths were corrected with a frame compliance less than "
     "half or more than twice that of the other tests: load or depth are in another unit than the "
     "head says, or the file is of another instrument.",
     "Compare F_max and h_max with the other tests; correct the unit in the export."},
    {"SND-G006", "loading unlike its group",
     "Exponent or mean depth of the loading curve lie more than 4.2 robust standard deviations "
     "from "
     "the median of the load function: another tip, a wrong surface, another material.",
     "Look at the curve. With another tip this test needs an area function of its own."},
    {"SND-G010", "rows of a results table without a test",
     "A table of results lies beside the curves, and some of its rows could not be given to a "
     "test: "
     "no file of that name, another number of files than rows, or loads that differ by more than "
     "2 %. The vendor_ columns of those tests stay empty.",
     "Give the table and all of its curves together, with the names that the program gave them."},
    {"SND-G020", "table of points has the wrong shape",
     "A fit was given no column, too many columns, columns of different lengths, or weights that "
     "are not one per row. Nothing was fitted.",
     "Give 1 to 8 columns of one length."},
    {"SND-G021", "value cannot enter the fit",
     "A value is missing, not a number or infinite, or a weight is negative. Rows are never "
     "dropped without being told.",
     "Remove or fill the named row, then fit again."},
    {"SND-G022", "too few rows for a mixture",
     "A Gaussian in d columns needs at least 2 (d + 1) rows before its covariance means anything.",
     "Give more rows or fewer columns."},
    {"SND-G023", "column has no spread of its own",
     "All values of a column are equal, or a column is a linear combination of the others, so that "
     "every covariance would be singular.",
     "Leave the column out."},
    {"SND-G024", "option of the mixture fit is out of its range",
     "The number of components must be an ascending range within 1 to 32; regularisation must not "
     "be negative; tolerances must be positive.",
     "Correct the option named in the message."},
    {"SND-G050", "a value far from its group",
     "A quantity of the test lies more than 5 robust standard deviations (1.4826 MAD) from the "
     "median of its group; the text names it. The test stays in all means.",
     "Look at the curve; exclude such tests by choice: --exclude-flag SND-G050."},
    {"SND-G051", "too deep: far deeper than its group",
     "h_max lies more than 5 robust standard deviations above the median of the group: another "
     "phase, a pore, or contact that was found late.",
     "Look at the curve; --exclude-flag SND-G051 leaves such tests out."},
    {"SND-G052", "another peak load than its group",
     "F_max differs by more than 1 % from the median of the group.",
     "Check the load function of this test."},
    {"SND-G053", "tests too near to each other",
     "The nearest neighbours are closer than 5 diameters of the circle around the largest indent "
     "(ISO 14577-1), or than 10 depths (Phani and Oliver 2019): the plastic zones may touch.",
     "Space the tests wider; compare tests with few and with many neighbours."},
    {"SND-G054", "hardness follows the order of the tests",
     "H_IT of the group rises or falls along the order of measurement (Mann-Kendall, p < 0.01): a "
     "tip that wears, drift that settles, or a gradient in the specimen.",
     "Test a reference before and after; look at H_IT against position."},
    {"SND-G055", "F/S^2 depends on the depth",
     "F_max/S^2 does not know the tip and is constant in a uniform material, but two groups of "
     "different loads differ by more than 10 %, or the deeper and the shallower half of a group "
     "of different loads: frame compliance, the fit window, or a material that changes with "
     "depth.",
     "Check the frame compliance on a reference."},
    {"SND-G056", "elastic share against hardness and modulus",
     "eta_IT differs by more than 30 % both from 5.3 H_IT/E_r (Cheng and Cheng 1998, a sharp tip) "
     "and from the plastic loading of this area function: area function, zero point or works do "
     "not belong together.",
     "Check the area function at this depth: the works do not depend on it, H_IT and E_r do."},
    {"SND-G057", "tests that creep backwards",
     "More than 5 % of the group lose depth over the hold. Under constant load only drift does "
     "that, and it spreads the other tests as much.",
     "Check the drift correction; creep and all that stands on it is doubtful in this group."},
    {"SND-G058", "hardness changes and the works do not",
     "H_IT differs between the groups as a change of depth would make it, but W_total does not "
     "follow: a zero point or an area function that differs between the groups moves H_IT and "
     "leaves the works.",
     "Compare the zero points of the groups before reading the change as one of the material."},
    {"SND-G059", "no uncertainty of the area function",
     "The uncertainty of the area function is common to all tests and dominates that of H_IT. It "
     "was not given, and is not guessed: u_common of A_p, H_IT, E_r and E_IT stays empty.",
     "Give u_area_relative in study.toml, or uncertainty.area_relative in the recipe."},
    {"SND-G060", "most unloading fits at a bound",
     "More than half of at least 5 unloading fits of a group ended at a bound (SND-A001, "
     "SND-A047): the unloading curves are no power law, or the window holds something else. What "
     "such a fit gives depends on the bound: S, h_c, A_p, H_IT, E_r and E_IT of these tests stay "
     "out of the mean of their group.",
     "Look at the curves; another window (unloading.window_low, unloading.window_high). "
     "--set study.fits_at_bound=keep counts them all the same."},
    {"SND-G061", "two rows of a table at one position",
     "Another row of the table has the same x and y. It may be the same indent twice, or a second "
     "indent in the first; both rows count.",
     "Leave one of them out with --exclude TEST_ID, or export the table again."},
    {"SND-G062", "tests from a table of results",
     "No file of the study holds a curve, so that the rows of its table are the tests. Hardness, "
     "modulus and depth are those of the program that wrote it; nothing was measured again. What "
     "needs a curve (creep curves, works, unloading fits, uncertainties of a test) is not there.",
     "Nothing, or give the curves: they are then analysed and the table stands beside them."},
    {"SND-G070", "left out by hand",
     "The user left this test out: --exclude, --only or [[exclude]] of study.toml, with the reason "
     "given there. It counts as excluded and takes part in nothing; left_out of results.json says "
     "what the means of its group are with it.",
     "Take the line out of study.toml, or the option from the command, to have it back."},
    {"SND-G071", "a condition that leaves nothing out",
     "No test fulfils the condition of an [[exclude]] in study.toml.",
     "Check its numbers and units; remove it if it has served its time."},
    {"SND-G080", "a contact that is not self-similar",
     "At the contact depth of this hold the area grows like h_c^n with n below 1.8 (a cone has 2, "
     "a "
     "sphere 1): the blunt end of the tip is most of the contact. Strain rate and rate sensitivity "
     "are right for this tip, but the strain field is not that of a cone, it changes with the "
     "depth, and values of the literature for pyramids do not compare.",
     "Compare only tests of the same tip and depth, or hold at a larger load."},
    {"SND-G081", "strain rate within the drift",
     "The creep rate at the end of the window is less than twice the uncertainty of the drift "
     "(u_drift_nm_per_s): it could be drift alone, and so could the rate sensitivity.",
     "Look at the interval with drift beside the number; measure the drift better, end the window "
     "earlier (study.rate_window_end), or hold shorter."},
    // O: output
    {"SND-O001", "the output folder holds files", "Nothing is overwritten without being asked for.",
     "Add -f to replace it, or choose another folder with -o."},
    {"SND-O002", "the output folder holds files of others",
     "-f replaces only what sneddon wrote: the files that .sneddon-files of OUT names, or those "
     "that "
     "0.1.0 wrote. There is another one, named in the message. Nothing was read or changed.",
     "Choose another folder with -o, or move these files."},
    {"SND-O003", "output cannot be written",
     "The folder cannot be made or a file could not be written whole; the reason of the operating "
     "system is in the message. Nothing was left behind.",
     "Choose another folder with -o, or make room."},
    {"SND-O004", "no results to report",
     "The folder holds no results.json and tests.csv that sneddon run wrote, or one of them cannot "
     "be "
     "read.",
     "Name the folder that was given to run with -o, or run again."},
    {"SND-O005", "another run writes into the output folder",
     "Beside OUT is the unfinished folder of a run that is still going on. The one that ended last "
     "would replace the results of the other.",
     "Wait for its end, or choose another folder with -o."},
    {"SND-O006", "an input is in the output folder",
     "A path that is to be read is OUT itself or lies in it. Nothing was read or changed.",
     "Choose another folder with -o."},
    {"SND-O007", "no new results to put in place of the old ones",
     "No file gave a test that could be used. OUT holds the results of an earlier run, and they "
     "stay.",
     "Look at the files with `sneddon look`, or run into another folder with -o: it lists why each "
     "was refused."},
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
     "The file is not a Hysitron area function, or a coefficient in it is not a number.",
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

std::span<const CodePage> code_pages() {
    static const std::vector<CodePage> pages = [] {
        const auto first = analyse_code_pages(), last = usage_code_pages();
        std::vector<CodePage> all(first.begin(), first.end());
        all.insert(all.end(), std::begin(further_pages), std::end(further_pages));
        all.insert(all.end(), last.begin(), last.end());
        return all;
    }();
    return pages;
}

const CodePage* find_code(std::string_view code) {
    const auto pages = code_pages();
    const auto page = std::ranges::find(pages, code, &CodePage::code);
    return page == pages.end() ? nullptr : &*page;
}

}  // namespace sneddon
