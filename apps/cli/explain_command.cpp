#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/recipe/simulation_file.hpp"
#include "sneddon/tools/pages.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Explains the codes in messages and flags, and prints the pages of reference.\n\n"
    "Examples:\n"
    "  sneddon explain SND-A004\n"
    "  sneddon explain circularity    a check of a study\n"
    "  sneddon explain --all          every code\n"
    "  sneddon explain --symbols      every quantity: unit, ISO symbol, formula\n"
    "  sneddon explain --recipe       every option of an analysis\n"
    "  sneddon explain --study        every key of study.toml\n"
    "  sneddon explain --simulation   every parameter of a simulated study\n"
    "  sneddon explain --formats      every format: level and traps\n";

struct ExplainOptions {
    std::string code;
    bool wants_all = false, wants_symbols = false, wants_recipe = false, wants_study = false,
         wants_simulation = false, wants_formats = false;
};

/// "a004" and "snd-a004" are SND-A004.
std::string whole_code(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text.starts_with("SND-") ? text : "SND-" + text;
}

/// "tip and zero", "Tip_and_zero" and "tip-and-zero" are tip_and_zero.
std::string whole_check(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        if (c == ' ' || c == '-') return '_';
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

/// The code that is nearest, else the check.
std::string nearest_page(const std::string& text) {
    std::vector<std::string_view> codes, checks;
    for (const CodePage& page : code_pages()) codes.push_back(page.code);
    for (const CodePage& page : verdict_pages()) checks.push_back(page.code);
    const std::string check = nearest_name(whole_check(text), checks);
    return check.empty() ? nearest_name(whole_code(text), codes) : check;
}

ExitCode explain(const std::string& text) {
    const CodePage* page = find_code(whole_code(text));
    if (page == nullptr) page = find_verdict(whole_check(text));
    if (page != nullptr) {
        std::cout << page->code << ": " << page->title << "\n\n"
                  << page->meaning << "\n\nWhat to do: " << page->remedy << '\n';
        return ExitCode::done;
    }
    const std::string nearest = nearest_page(text);
    const std::string fix =
        nearest.empty() ? "see `sneddon explain --all`" : "did you mean " + nearest + "?";
    return fail({"SND-U009", "explain", "unknown code " + text, "", fix});
}

ExitCode execute(const ExplainOptions& options) {
    if (options.wants_all) std::cout << codes_page();
    if (options.wants_symbols) std::cout << symbols_page();
    if (options.wants_recipe) std::cout << recipe_page();
    if (options.wants_study) std::cout << study_file_page();
    if (options.wants_simulation) std::cout << simulation_page();
    if (options.wants_formats) std::cout << formats_reference_page();
    if (!options.code.empty()) return explain(options.code);
    const bool has_printed = options.wants_all || options.wants_symbols || options.wants_recipe ||
                             options.wants_study || options.wants_simulation ||
                             options.wants_formats;
    if (has_printed) return ExitCode::done;
    return fail({"SND-U009", "explain", "no code", "a code such as SND-A004, or --all", ""});
}

}  // namespace

void add_explain(Command& program) {
    Command command = program.add_command("explain", examples);
    const auto options = std::make_shared<ExplainOptions>();
    command.option("CODE", options->code, "SND-A004 or A004; or a check of a study: circularity");
    command.flag("--all", options->wants_all, "every code");
    command.flag("--symbols", options->wants_symbols, "every quantity");
    command.flag("--recipe", options->wants_recipe, "every option of an analysis");
    command.flag("--study", options->wants_study, "every key of study.toml");
    command.flag("--simulation", options->wants_simulation, "every parameter of a simulated study");
    command.flag("--formats", options->wants_formats, "every format: level and traps");
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
