#include "sneddon/base/codes.hpp"

#include <algorithm>
#include <array>

namespace sneddon {
namespace {

// Sorted by code; tests/architecture/codes_test.cpp reads the sources and fails for a code that is
// used and not here, or here and not used.
constexpr CodePage pages[] = {
    // A: analyse
    // C: correct
    // G: study
    // O: output
    // R: read
    {"SND-R001", "file or folder cannot be read",
     "The operating system refused to open the file or folder; its own reason is in the message. "
     "The file counts as refused.",
     "Check the path and the permissions, then run again."},
    // S: segment
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
     "More than one of the folders given holds a study.toml, and a run has one set of facts.",
     "Run the folders one by one, or keep one study.toml."},
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
