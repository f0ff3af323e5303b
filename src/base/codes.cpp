#include "sneddon/base/codes.hpp"

#include <algorithm>
#include <array>

namespace sneddon {
namespace {

// Sorted by code; tests/architecture/codes_test.cpp reads the sources and fails for a code that is
// used and not here, or here and not used.
constexpr CodePage pages[] = {
    // A: analyse
    // G: study
    // O: output
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
    // U: usage
    {"SND-U010", "not an area function",
     "The text given for the area function is neither a list of coefficients C0,C1,... (at most 9) "
     "nor \"ideal\" nor \"cap-cone:R_nm[:half_angle_deg]\".",
     "Give the coefficients of the calibrated tip (C0 in nm²/nm², C1 in nm²/nm, ...), the .ara "
     "file "
     "of the instrument, or ask for the ideal tip by name."},
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
