#include "sneddon/tools/pages.hpp"

#include "read/tables/column_meaning.hpp"
#include "recipe/recipe_keys.hpp"
#include "recipe/study_keys.hpp"
#include "sneddon/base/codes.hpp"

namespace sneddon {
namespace {

/// A bar would end the cell of a Markdown table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

std::string code(std::string_view text) {
    return "`" + std::string(text) + "`";
}

std::string row(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& text : cells) line += " " + (text.empty() ? "" : text + " ") + "|";
    return line + "\n";
}

/// "`0.95`", or nothing where the profile leaves the default.
std::string profile_value(const RecipeKey& key, std::string_view profile) {
    Recipe recipe;
    recipe.analysis = profile_recipe(std::string(profile)).value();
    const Recipe defaults;
    const bool is_default = key.value(recipe) == key.value(defaults);
    return is_default ? "" : code(toml_text(key.value(recipe)));
}

}  // namespace

std::string recipe_page() {
    std::string page =
        "# Recipe: every option of an analysis\n\n"
        "Made from the table in `src/recipe/recipe_keys.cpp` by `sneddon explain --recipe`; do "
        "not edit.\n\n"
        "A later source beats an earlier one: default, profile, study.toml, recipe file (`-r`), "
        "command line (`--set key=value` and flags). A profile named on the command line beats the "
        "one named in the recipe file; every other option of the file stays in force, and a "
        "warning names those that differ from the profile (SND-U015).\n\n"
        "In a recipe file `unloading.window_high = 0.95` may also stand as `window_high` under "
        "`[unloading]`. File names in a recipe are seen from the recipe's folder. `sneddon recipe "
        "init` prints a recipe with every default; `sneddon recipe check FILE` checks one; every "
        "run writes the one in force to `recipe.toml`.\n\n";
    std::vector<std::string> head = {"key", "default"};
    for (const auto profile : profile_names().subspan(1)) head.push_back(std::string(profile));
    head.insert(head.end(), {"accepted", "unit", "meaning"});
    page += row(head) + row(std::vector<std::string>(head.size(), "---"));
    const Recipe defaults;
    for (const RecipeKey& key : recipe_keys()) {
        std::vector<std::string> cells = {code(key.rule.key), code(toml_text(key.value(defaults)))};
        for (const auto profile : profile_names().subspan(1))
            cells.push_back(profile_value(key, profile));
        cells.push_back(cell(accepted(key.rule)));
        cells.push_back(cell(key.rule.unit));
        cells.push_back(cell(key.rule.text));
        page += row(cells);
    }
    return page;
}

std::string study_file_page() {
    std::string page =
        "# study.toml: the facts of a study\n\n"
        "Made from the table in `src/recipe/study_keys.cpp` by `sneddon explain --study`; do not "
        "edit.\n\n"
        "The nearest study.toml above a file speaks for it, however the file was named: in its "
        "folder, or in a folder above, up to the top. It holds whole: of a study.toml further "
        "above only what that one marks `[common]` is inherited, with the same keys: `[common] nu "
        "= 0.36`, `[common.area_function] file = \"tip.ara\"`. An area function and a grid are "
        "inherited as one; `sample`, `order` and lists are not. Where a file states what "
        "`[common]` "
        "above it states otherwise, the nearest holds and the run says so (SND-U017).\n\n"
        "Files under different study.toml are samples: groups begin with their `sample`, or their "
        "folder, and findings on all tests use only the facts that all share "
        "([compare samples](how-to/compare-samples.md)). Folders that were named and have no "
        "study.toml are samples without facts. Every key is optional. It holds what a laboratory "
        "knows of the tests; the choices of the analysis are in the recipe "
        "([recipe.md](recipe.md)). Keys without a table stand above the first `[table]`.\n\n"
        "```toml\n"
        "sample = \"Zr50Cu40Al10\"\n"
        "nu = 0.365\n"
        "temperature_C = 25\n"
        "heat_treatment = \"2 h at 400\"\n"
        "u_area_relative = 0.03\n"
        "u_drift_nm_per_s = 0.01\n"
        "roughness_nm = 1.0\n"
        "tip_date = \"2025-01-06\" # the tip's calibration\n\n"
        "[indenter]\n"
        "E_GPa = 1141\n"
        "nu = 0.07\n\n"
        "[area_function]\n"
        "file = \"tip.ara\"      # or C = [24.5, 2460.6], or type = \"cap-cone\" with radius_nm\n"
        "h_c_min_nm = 20\n"
        "h_c_max_nm = 150\n\n"
        "[grid]                # of each load function\n"
        "nx = 20\n"
        "ny = 15\n"
        "pitch_um = 2\n"
        "order = \"serpentine\"\n\n"
        "[load_functions]      # recognised name = name to show\n"
        "\"hold 60 s\" = \"Type 60\"\n\n"
        "[clusters]            # label = name to show\n"
        "0 = \"creeping\"\n"
        "1 = \"stiff\"\n\n"
        "[facts]               # your own, numbers or texts\n"
        "batch = \"B7\"\n"
        "anneal_h = 2\n\n"
        "[columns]             # of tables of results; as --column\n"
        "H = \"HARDNESS:GPa\"\n\n"
        "[[attachments]]\n"
        "kind = \"xrd\"\n"
        "file = \"xrd.csv\"\n"
        "caption = \"As cast: no crystalline peak\"\n\n"
        "[[exclude]]\n"
        "test = \"indent_017*\"    # or where = \"H_IT_GPa > 20\"\n"
        "reason = \"on a scratch\"\n"
        "```\n\n";
    page += row({"key", "accepted", "unit", "meaning"}) + row({"---", "---", "---", "---"});
    for (const auto& key : study_keys())
        page += row({code(key.rule.key), cell(accepted(key.rule)), cell(key.rule.unit),
                     cell(key.rule.text)});
    page +=
        row({"`facts.NAME`", "a number, text in quotes, true or false", "",
             "a fact of your own: kept, shown, and a name for conditions such as \"NAME > 1\""});
    page += row({"`common.KEY`", "as KEY", "", "KEY, for this folder and the samples below it"});
    page += row({"`load_functions.\"NAME\"`", "text in quotes", "",
                 "name to show for the load function that the engine calls NAME"});
    page += row({"`clusters.LABEL`", "text in quotes", "",
                 "name to show for the cluster with this label in figures, tables and the page; "
                 "labels go by falling mean of the first feature, so read them again when tests or "
                 "options change"});
    return page +
           row({"`columns.QUANTITY`", "text in quotes", "",
                "head of the column of a table of results that is this quantity, with its unit "
                "behind a colon where the table names none; QUANTITY is " +
                    std::string(column_keys())});
}

std::string codes_page() {
    std::string page =
        "# Codes of errors, warnings and flags\n\n"
        "The letter says where it comes from: U usage, R read, S segment, C correct, A analyse, G "
        "study, O output.\n";
    for (const CodePage& code_page : code_pages()) {
        page += "\n## " + std::string(code_page.code) + ": " + std::string(code_page.title) + "\n" +
                std::string(code_page.meaning) +
                "\n\nWhat to do: " + std::string(code_page.remedy) + "\n";
    }
    return page;
}

}  // namespace sneddon
