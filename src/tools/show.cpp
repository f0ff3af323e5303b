#include "sneddon/tools/show.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "pipeline/curves/curve_preview.hpp"
#include "recipe/recipe_file.hpp"
#include "recipe/studies.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

struct Address {
    std::string file;
    int test = 1;
    int cycle = 0;
};

std::optional<int> place(std::string_view text) {
    const bool is_digits = !text.empty() && text.size() < 9 &&
                           text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_digits) return std::nullopt;
    const int number = static_cast<int>(*parse_number(text));
    return number > 0 ? std::optional(number) : std::nullopt;
}

/// A file may have '#' in its name: what exists is taken as it is.
Address parse_address(const std::string& what) {
    std::error_code ignored;
    const std::size_t hash = what.rfind('#');
    if (hash == std::string::npos || fs::exists(what, ignored)) return {what};
    const std::string_view tail = std::string_view(what).substr(hash + 1);
    const std::size_t dot = tail.find('.');
    const auto test = place(tail.substr(0, dot));
    if (!test) return {what};
    if (dot == std::string_view::npos) return {what.substr(0, hash), *test, 0};
    const auto cycle = place(tail.substr(dot + 1));
    return cycle ? Address{what.substr(0, hash), *test, *cycle} : Address{what};
}

Error no_such(const std::string& what, const std::string& found, const std::string& expected) {
    return {"SND-U011", what, found, expected, ""};
}

Result<ShownTest> read_one(const Address& address, const std::string& what,
                           const ReadOptions& options) {
    auto content = read_file(address.file, options);
    if (!content) return content.error();
    if (!content->companion.empty())
        return no_such(what, "no test but " + content->companion, "a file with tests");
    const std::size_t tests = content->tests.size();
    const auto test = std::ranges::find(content->tests, address.test, &Test::number);
    if (test == content->tests.end())
        return no_such(what, fmt::format("no test {}", address.test),
                       fmt::format("a test from {}#1 to {}#{}", address.file, address.file, tests));
    ShownTest shown;
    shown.file = address.file;
    shown.format = content->format;
    shown.tests_in_file = tests;
    shown.cycle = address.cycle;
    shown.test = std::move(*test);
    return shown;
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

Result<ShownTest> show(const std::string& what, const RunRequest& request) {
    const Address address = parse_address(what);
    const auto facts = facts_of_file(address.file);
    if (!facts) return facts.error();
    const auto recipe = make_recipe(request, *facts);
    if (!recipe) return recipe.error();

    auto shown = read_one(address, what, ReadOptions{recipe->units});
    if (!shown) return shown.error();
    shown->study_file = facts->source;
    shown->recipe = recipe->entries;
    shown->result = analyse(shown->test, recipe->analysis);
    const auto& cycles = shown->result.cycles;
    if (static_cast<std::size_t>(address.cycle) > cycles.size())
        return no_such(what, fmt::format("no cycle {}", address.cycle),
                       fmt::format("a cycle from 1 to {}", cycles.size()));
    const auto drawn = static_cast<std::size_t>(std::max(address.cycle, 1) - 1);
    shown->preview = curve_preview(shown->test, shown->result, cycles[drawn], what);
    return shown;
}

void write_curve_csv(std::ostream& out, const Curve& curve, const CurveChange& change) {
    // Names that no reader takes for a second depth and load.
    out << "time_s,depth_nm,load_uN,h_corrected_nm,F_corrected_uN";
    for (const Channel& channel : curve.channels)
        out << ','
            << csv_cell(channel.unit.empty() ? channel.name
                                             : channel.name + " (" + channel.unit + ")");
    out << '\n';
    for (std::size_t i = 0; i < curve.size(); ++i) {
        out << number_text(curve.time_s[i]) << ',' << number_text(curve.depth_nm[i]) << ','
            << number_text(curve.load_uN[i]) << ','
            << number_text(change.depth_nm(curve.time_s[i], curve.depth_nm[i], curve.load_uN[i]))
            << ',' << number_text(change.load_uN(curve.load_uN[i]));
        for (const Channel& channel : curve.channels)
            out << ',' << (i < channel.values.size() ? number_text(channel.values[i]) : "");
        out << '\n';
    }
}

}  // namespace sneddon
