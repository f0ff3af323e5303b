#include "sneddon/base/codes.hpp"

#include <algorithm>
#include <array>

namespace sneddon {
namespace {

// Sorted by code; tests/architecture/codes_test.cpp reads the sources and fails for a code that is
// used and not here, or here and not used.
constexpr CodePage pages[] = {
    // A: analyse
    {"SND-A001", "m at the bound of its search range",
     "The exponent m of the unloading fit ended at a bound of unloading.m_min to unloading.m_max: "
     "the data want a value outside. The stiffness is that of the best fit inside the range.",
     "Look at the curve: a nose (depth that grows while the load falls), an unloading without "
     "elastic recovery or a wrong window cause it. Exclude the test or change "
     "unloading.window_high."},
    {"SND-A002", "m outside 1.05 to 2",
     "The exponent m of the unloading fit lies outside of what elastic unloading of a metal, glass "
     "or polymer gives (flat punch 1, paraboloid 1.5, cone 2).",
     "Look at the curve and its fit with `sneddon show FILE#test`."},
    {"SND-A003", "no unloading fit",
     "Fewer than 6 samples lie in the fit window, or they do not rise with depth. S and all that "
     "follows from it is empty; the works are not.",
     "Widen unloading.window_low and unloading.window_high, or check that the unloading was "
     "recorded."},
    {"SND-A004", "no area function: hardness and modulus are empty",
     "H_IT, E_r, E_IT and A_p need the area function of the tip. The ideal one is off by a factor "
     "of two and more at depths below 100 nm, so it is used only when it is asked for by name.",
     "Put the .ara file of the tip into study.toml (area_function) or give --area-function FILE; "
     "--area-function ideal asks for the ideal tip."},
    {"SND-A005", "no Poisson ratio: E_IT is empty",
     "The indentation modulus needs the Poisson ratio of the specimen; the reduced modulus E_r "
     "does not.",
     "Give nu in study.toml, or --poisson 0.3."},
    {"SND-A006", "contact depth outside the calibrated range",
     "h_c lies outside of the range of depths over which the area function was calibrated: the "
     "area is extrapolated.",
     "Calibrate the tip over this depth, or leave the test out."},
    {"SND-A007", "the area function has no area at this contact depth",
     "h_c is not positive, or the polynomial is negative there. Hardness and moduli are empty.",
     "Check the zero point of the curve and the coefficients of the area function."},
    {"SND-A008", "few samples in the fit window",
     "The unloading fit stands on fewer than 50 samples: its stiffness is uncertain.",
     "Record the unloading at a higher rate, or widen the window."},
    {"SND-A009", "the unloading fit misses the curve",
     "The residual of the fit is more than 3 times the noise of the depth: the unloading is not a "
     "power law over the window (nose, pop-out, stick).",
     "Look at the curve; a lower unloading.window_high leaves the beginning out."},
    {"SND-A010", "samples that are not numbers were left out",
     "Some rows hold NaN, an empty cell or a sentinel of 1e99 and above. They were left out and "
     "counted (points_missing).",
     "None needed for a few; check the export when there are many."},
    {"SND-A011", "too many samples are not numbers",
     "More than 1 % of the rows hold no number. The test is refused.", "Export the file again."},
    {"SND-A012", "samples missing inside the fit window",
     "Rows without numbers lie inside the unloading window, where each sample counts. The test is "
     "refused; S and all that follows from it is empty.",
     "Export the file again."},
    {"SND-A013", "unloading stops before zero load",
     "The record ends at more than 1 % of F_max. W_elast lacks the rest of the area, W_plast has "
     "it too much.",
     "Record the unloading to the end; in a test of several cycles this is the programme of the "
     "test."},
    {"SND-A014", "the reduced modulus is that of the indenter or above",
     "1/E_r is smaller than the indenter's share of it: there is no modulus of the specimen left. "
     "E_IT is empty.",
     "Check the area function, the frame compliance and the indenter's constants."},
    // C: correct
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
    // O: output
    {"SND-O001", "the output folder holds files", "Nothing is overwritten without being asked for.",
     "Add -f to replace it, or choose another folder with -o."},
    {"SND-O002", "the output folder is not ours",
     "-f replaces only a folder that sneddon wrote (one with its results.json).",
     "Choose another folder with -o."},
    {"SND-O003", "output cannot be written",
     "The folder cannot be made or a file could not be written whole; the reason of the operating "
     "system is in the message. Nothing was left behind.",
     "Choose another folder with -o, or make room."},
    {"SND-O004", "no results to report",
     "The folder holds no results.json and tests.csv that sneddon run wrote, or one of them cannot "
     "be "
     "read.",
     "Name the folder that was given to run with -o, or run again."},
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
    // S: segment
    {"SND-S001", "no loading and unloading found",
     "The load does not rise and fall by more than its noise, so the record holds no indentation "
     "that can be analysed. The test is refused.",
     "Look at the curve with `sneddon show FILE`; check that load and depth are not exchanged."},
    {"SND-S002", "time runs back",
     "A sample is earlier than the one before it. Durations and rates of this test are doubtful.",
     "Check the export; some instruments restart the clock at the surface."},
    // U: usage
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
     "nor \"ideal\" nor \"cap-cone:R_nm[:half_angle_deg]\".",
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
    {"SND-U020", "two study files",
     "More than one of the folders given has a study.toml, and their facts may differ.",
     "Run the folders one by one."},
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
    {"SND-U025", "not the folder of the certified files",
     "`sneddon doctor FOLDER` looks for Misra1a.dat and 26 more files of the nonlinear regression "
     "sets of NIST StRD, in FOLDER or in data/nist_strd/nonlinear inside of it.",
     "Give the folder that holds them, or leave it out: the other tests need no file."},
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
    {"SND-U130", "stopped", "The run was stopped from outside (Ctrl-C). No output was written.",
     "Start it again."},
};

}  // namespace

std::span<const CodePage> code_pages() {
    return pages;
}

const CodePage* find_code(std::string_view code) {
    const auto page = std::ranges::find(pages, code, &CodePage::code);
    return page == std::end(pages) ? nullptr : page;
}

}  // namespace sneddon
