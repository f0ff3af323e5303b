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
    {"SND-A020", "nose: the depth grows while the load falls",
     "After the unloading has begun the depth still grows by more than 0.5 nm (means of 5 "
     "samples): "
     "creep is faster than the elastic recovery. The slope there is not elastic; S may be far too "
     "large and m runs to its bound.",
     "Hold longer at the peak, or leave the beginning out with a lower unloading.window_high."},
    {"SND-A021", "the load falls during loading",
     "Over 5 samples the load falls by more than 1 % of F_max below what it had reached. A large "
     "pop-in under a slow load control does this, and so does lost contact.",
     "Look at the curve with `sneddon show FILE#test`."},
    {"SND-A022", "single depths that stand out",
     "A depth lies more than 12 times the noise above (or below) both of its neighbours: a spike "
     "of "
     "the electronics or a shock.",
     "None needed for a few spikes: fits and medians bear them. Exclude the test when there are "
     "many."},
    {"SND-A023", "the depth stands still while the load changes",
     "20 or more samples have exactly the same depth while the load changes by more than 2 % of "
     "F_max: the channel is saturated, or repeats its last value.",
     "Check the range of the depth channel."},
    {"SND-A024", "a gap in time",
     "Two neighbours between contact and the end of unloading lie more than 10 usual steps apart. "
     "Works and creep across the gap are interpolated by one straight piece.",
     "Check the export; a segment recorded at a low rate has this too."},
    {"SND-A025", "force offset: load where the tip is free",
     "Before contact or after unloading the median load differs from zero by more than 1 % of "
     "F_max.",
     "Check the tare of the load; works and hardness carry the offset."},
    {"SND-A026", "displacement offset: loading does not begin at zero depth",
     "The depth at contact differs from zero by more than 5 % of h_max and 5 times the noise. "
     "h_c, A_p, H_IT and E_r carry the offset; S and the works do not.",
     "Choose another zero point, or check that the file's depth counts from the surface."},
    {"SND-A027", "unusual curvature of loading",
     "Between 30 and 90 % of F_max the load rises with a power of the depth that lies outside of 1 "
     "to 2.5 (Hertz 1.5, cone 2). A wrong zero point, a surface layer or a tilted contact cause "
     "it.",
     "Look at the curve; check the zero point."},
    {"SND-A028", "the load changes over the hold",
     "The means of the last and of the first quarter of the hold differ by more than 1 % of F_max: "
     "what is called creep is partly loading.",
     "Check the load control."},
    {"SND-A029", "final depth outside of 0 to h_max",
     "h_p of the unloading fit is negative or larger than h_max: the power law does not describe "
     "the curve down to zero load.",
     "Look at the curve and its fit with `sneddon show FILE#test`."},
    {"SND-A030", "a large pop-in",
     "One pop-in gains more than 10 % of h_max: the contact after it is not the one that grew "
     "before, and the law of loading has a step.",
     "None needed; compare tests with and without."},
    {"SND-A031", "shallow against the roughness",
     "h_max is less than 20 Ra (ISO 14577-1): the scatter of H_IT is that of the surface.",
     "Indent deeper, or polish."},
    {"SND-A032", "negative creep",
     "creep_nm is below zero by more than 3 times its random uncertainty: the tip cannot move out "
     "of the specimen at constant load, so drift is left in the depths.",
     "Check the drift: correct.drift, or the drift hold of the test."},
    {"SND-A033", "uncertainty that is not linear",
     "Drawing the inputs (uncertainty.monte_carlo) gives a standard deviation that differs by more "
     "than 10 % from the propagated one: over the uncertainty of the inputs the formulas bend.",
     "Use the 2.5 and 97.5 % quantiles of the draws for this quantity; `sneddon show FILE#test "
     "--budget` prints them."},
    {"SND-A034", "too few depths for a calibration",
     "The indents lie at too few different depths (5 % apart) for what is to be found: 3 for the "
     "frame compliance, one more than the parameters for an area function.",
     "Give indents of more peak loads, tests with several unloadings or dynamic stiffness, or ask "
     "for fewer terms."},
    {"SND-A035", "the frame compliance would be negative",
     "1/S against 1/sqrt(F) meets the axis below zero by more than twice its error. A frame cannot "
     "stretch under load: the depths were corrected with too large a compliance, or the material "
     "is "
     "not homogeneous in depth.",
     "Undo the correction, leave shallow indents out (--from-depth), or give the compliance "
     "(--frame-compliance)."},
    {"SND-A036", "no area function fits",
     "Every function of the form that was asked for is negative or falls somewhere in the range of "
     "the depths.",
     "Ask for another number of terms or for the other form, or leave shallow indents out "
     "(--from-depth)."},
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
     "F_max/S^2 does not know the tip and is constant in a uniform material, but the deeper half "
     "of "
     "the group differs from the shallower half by more than 10 %: frame compliance, the fit "
     "window, or a material that changes with depth.",
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
