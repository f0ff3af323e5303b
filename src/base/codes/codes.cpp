#include "sneddon/base/codes.hpp"

#include <algorithm>
#include <vector>

#include "base/codes/codes_analyse.hpp"
#include "base/codes/codes_read.hpp"
#include "base/codes/codes_usage.hpp"

namespace sneddon {
namespace {

// Sorted by code, between those of codes_analyse.cpp and codes_read.cpp;
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
    {"SND-G063", "the tip was calibrated long before the tests",
     "study.toml says when the tip was calibrated (tip_date), and the last test is more than 365 "
     "days later. A tip wears with what it indents: shallow areas grow, so that hardness and "
     "modulus "
     "come out too high. The limit is one of ours.",
     "Calibrate the tip again, or indent the reference once and compare its modulus."},
    {"SND-G064", "tests outside of the depths of the calibration",
     "At least 5 % of the tests have a contact depth outside of the range that the area function "
     "was "
     "calibrated for (each carries SND-A006). There its area is extrapolated.",
     "Calibrate the tip over these depths, or leave the tests out (--exclude-flags SND-A006)."},
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
};

}  // namespace

std::span<const CodePage> code_pages() {
    static const std::vector<CodePage> pages = [] {
        std::vector<CodePage> all;
        for (const std::span<const CodePage> part :
             {analyse_code_pages(), std::span<const CodePage>(further_pages), read_code_pages(),
              usage_code_pages()})
            all.insert(all.end(), part.begin(), part.end());
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
