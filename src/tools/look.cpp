#include "sneddon/tools/look.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <new>
#include <tuple>
#include <utility>

#include "analyse/peak.hpp"
#include "base/nan.hpp"
#include "base/ordered_parallel.hpp"
#include "base/out_of_memory.hpp"
#include "base/threads.hpp"
#include "model/complete_points.hpp"
#include "model/no_time.hpp"
#include "pipeline/vendor_tables.hpp"
#include "read/open_input.hpp"
#include "read/tables/property_table.hpp"
#include "recipe/recipe_file.hpp"
#include "recipe/studies.hpp"
#include "segment/find_segments.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/read/read_file.hpp"
#include "study/checks/check_tip.hpp"
#include "study/groups/load_functions.hpp"
#include "tools/look_tip.hpp"

namespace sneddon {
namespace {

/// What remains of a file when its curves are forgotten.
struct Glimpse {
    LookedFile file;
    std::vector<Inference> inferences;
    std::vector<Inference> table_columns;  ///< of a table of results
    std::vector<LookedChannel> channels;
    std::vector<std::vector<LoadFunctionShape>> shapes;  ///< of each test's cycles
    std::size_t tests_without_shape = 0;
    std::vector<DepthBounds> depths;  ///< of the cycles
    std::string last_day;             ///< of the tests, "" unknown
    std::vector<TestRow> rows;        ///< what a vendor's table is told by, of each cycle
};

double duration_s(const Curve& curve, const Segment& part) {
    return part.is_empty() ? 0 : curve.time_s[part.end - 1] - curve.time_s[part.begin];
}

std::vector<LoadFunctionShape> shapes_of(const Test& test, PeakLoadRule rule,
                                         std::vector<DepthBounds>& depths) {
    const CompletePoints complete(test);
    const Curve& curve = complete.test().curve;
    const auto seconds = [&](const Segment& part) {
        return is_time_counted(test) ? nan : duration_s(curve, part);
    };
    std::vector<LoadFunctionShape> shapes;
    const std::vector<Cycle> cycles = find_segments(complete.test()).cycles;
    for (const Cycle& cycle : cycles) {
        depths.push_back(depth_bounds(curve, cycle, cycles.front()));
        shapes.push_back({peak_load_uN(curve, cycle, rule),
                          cycle.load.is_empty() ? 0 : seconds(cycle.load), seconds(cycle.hold)});
    }
    return shapes;
}

void refuse(LookedFile& file, const Error& error) {
    file.status = Status::refused;
    Error without_place = error;
    if (without_place.where == file.path) without_place.where.clear();
    without_place.code.clear();
    file.reason = message(without_place);
    file.code = error.code;
}

void add_rows(Glimpse& glimpse, const Test& test, const std::vector<LoadFunctionShape>& shapes) {
    TestRow row;
    row.file = glimpse.file.path;
    row.test_name = test.name;
    row.position = test.position;
    for (std::size_t c = 0; c < std::max<std::size_t>(shapes.size(), 1); ++c) {
        row.cycle = static_cast<int>(c) + 1;
        row.values["F_max_uN"_q] = c < shapes.size() ? shapes[c].peak_uN : nan;
        glimpse.rows.push_back(row);
    }
}

void add_channel(std::vector<LookedChannel>& all, const std::string& name, std::size_t tests) {
    const auto same = std::ranges::find(all, name, &LookedChannel::name);
    if (same == all.end())
        all.push_back({name, tests});
    else
        same->tests += tests;
}

void glimpse_tests(Glimpse& glimpse, const std::vector<Test>& tests, PeakLoadRule rule) {
    for (const Test& test : tests) {
        glimpse.inferences.insert(glimpse.inferences.end(), test.inferences.begin(),
                                  test.inferences.end());
        for (const Channel& channel : test.curve.channels)
            add_channel(glimpse.channels,
                        channel.unit.empty() ? channel.name
                                             : fmt::format("{} ({})", channel.name, channel.unit),
                        1);
        auto shapes = glimpse.file.is_sampled ? std::vector<LoadFunctionShape>()
                                              : shapes_of(test, rule, glimpse.depths);
        if (shapes.empty()) ++glimpse.tests_without_shape;
        add_rows(glimpse, test, shapes);
        if (test.time_stamp) glimpse.last_day = std::max(glimpse.last_day, *test.time_stamp);
        glimpse.shapes.push_back(std::move(shapes));
    }
}

/// What a run would take each column of a table for, where the table is all that there is.
void glimpse_table(Glimpse& glimpse, std::string_view bytes, const ReadOptions& options) {
    LookedFile& file = glimpse.file;
    const bool is_table = file.format != "excel" || file.reason.starts_with("table of results");
    if (!is_table || !is_property_format(file.format)) return;
    // The beginning of a large file, up to its last whole line.
    const std::size_t end = file.is_sampled ? bytes.find_last_of("\r\n") : bytes.npos;
    const auto table = read_property_table(bytes.substr(0, end), file.path, file.format, options);
    if (table)
        glimpse.table_columns = table->meanings;
    else
        glimpse.table_columns = {{"columns", "not read", message(table.error())}};
}

Glimpse glimpse_file(const InputPath& input, const ReadOptions& options, PeakLoadRule rule,
                     GlanceAt at) {
    Glimpse glimpse;
    LookedFile& file = glimpse.file;
    file.path = input.path;
    if (input.error) {
        refuse(file, *input.error);
        return glimpse;
    }
    const auto opened = open_for_glance(input.path, at);
    if (!opened) {
        refuse(file, opened.error());
        return glimpse;
    }
    const auto glance = glance_bytes(opened->bytes(), input.path, options, at);
    if (!glance) {
        refuse(file, glance.error());
        return glimpse;
    }
    const FileContent& content = glance->content;
    file.format = content.format;
    file.tests = content.tests.size();
    file.is_sampled = glance->is_sampled;
    if (!content.companion.empty()) {
        file.status = Status::excluded;
        file.is_companion = true;
        file.reason = content.companion;
        glimpse_table(glimpse, opened->bytes(), options);
        return glimpse;
    }
    glimpse_tests(glimpse, content.tests, rule);
    return glimpse;
}

Glimpse glimpse_input(const InputPath& input, const ReadOptions& options, PeakLoadRule rule,
                      GlanceAt at) {
    try {
        Glimpse glimpse = glimpse_file(input, options, rule, at);
        // A head may be longer than what was looked at.
        if (at == GlanceAt::heads && glimpse.file.status == Status::refused && !input.error)
            glimpse = glimpse_file(input, options, rule, GlanceAt::curves);
        return glimpse;
    } catch (const std::bad_alloc&) {
        Glimpse glimpse;
        glimpse.file.path = input.path;
        refuse(glimpse.file, out_of_memory(input.path));
        return glimpse;
    }
}

constexpr std::size_t most_values = 3;

/// In the order of their first sight; a fourth value makes them one entry without a value.
void add_inference(std::vector<LookedInference>& all, const Inference& found) {
    std::vector<LookedInference*> same;
    for (LookedInference& entry : all)
        if (entry.what == found.what) same.push_back(&entry);
    for (LookedInference* entry : same)
        if (entry->value == found.value || entry->value.empty()) {
            ++entry->tests;
            return;
        }
    if (same.size() < most_values) {
        all.push_back({found.what, found.value, found.evidence, 1});
        return;
    }
    LookedInference joined = *same.front();
    joined.value.clear();
    joined.tests = 1;
    for (const LookedInference* entry : same) joined.tests += entry->tests;
    std::erase_if(all, [&](const LookedInference& entry) { return entry.what == found.what; });
    all.push_back(joined);
}

/// As a run names them: cycle i of tests with n cycles is compared with its like only.
/// Of several studies each is named by itself.
using ShapesByKind =
    std::map<std::tuple<std::string, std::size_t, std::size_t>, std::vector<LoadFunctionShape>>;

std::vector<LookedLoadFunction> counted(const ShapesByKind& shapes) {
    std::map<std::string, std::size_t> cycles;
    for (const auto& [kind, of_kind] : shapes) {
        const auto& [study, count, cycle] = kind;
        const std::string prefix =
            study + (count > 1 ? fmt::format("cycle {} of {}, ", cycle, count) : "");
        for (const std::string& name : name_load_functions(of_kind)) ++cycles[prefix + name];
    }
    std::vector<LookedLoadFunction> functions;
    for (const auto& [name, count] : cycles) functions.push_back({name, count});
    std::ranges::sort(functions, natural_less, &LookedLoadFunction::name);
    return functions;
}

/// A tip file that lies beside the tests and that nobody named.
std::string tip_file_among(const std::vector<LookedFile>& files) {
    for (const LookedFile& file : files)
        if (file.format == "hysitron-ara" || file.format == "umis-afn") return file.path;
    return "";
}

void note_missing(Look& look, const AnalysisRecipe& recipe, bool has_positions) {
    if (!recipe.area_function) {
        const std::string tip = tip_file_among(look.files);
        look.missing.push_back({"SND-A004",
                                "no area function: H_IT, E_r, E_IT and A_p will be empty; " +
                                    (tip.empty() ? "add a tip file to study.toml, or type "
                                                   "--area-function FILE (ideal by name only)"
                                                 : "type --area-function '" + tip + "'"),
                                {}});
    }
    if (!recipe.poisson_ratio)
        look.missing.push_back({"SND-A005",
                                "no Poisson's ratio of the sample: E_IT will be empty; type "
                                "--poisson X, or nu = X in study.toml",
                                {}});
    if (!has_positions)
        look.missing.push_back({"",
                                "no positions in the files: x_um and y_um will be empty; a [grid] "
                                "in study.toml gives them",
                                {}});
}

/// What the tests of one study.toml say of its tip.
struct TipsTests {
    std::string last_day;
    std::vector<DepthBounds> depths;
    void add(const Glimpse& glimpse) {
        last_day = std::max(last_day, glimpse.last_day);
        depths.insert(depths.end(), glimpse.depths.begin(), glimpse.depths.end());
    }
};

void note_tips(Look& look, const Studies& studies, const Recipe& recipe,
               const std::vector<TipsTests>& of_study) {
    const bool is_of_file = is_tip_of_study_file(recipe.entries);
    for (std::size_t i = 0; i < of_study.size(); ++i) {
        const auto& own = studies.facts[i].area_function;
        const auto& area = is_of_file && own ? own : recipe.analysis.area_function;
        for (Warning& note : tip_notes(studies.facts[i], area, is_of_file, of_study[i].last_day,
                                       of_study[i].depths)) {
            if (studies.are_several()) note.text = studies.names[i] + ": " + note.text;
            look.missing.push_back(std::move(note));
        }
    }
}

/// As a run finds them: in the files, or in a vendor's table beside them.
bool have_positions(const std::vector<LookedFile>& files, std::vector<TestRow> rows) {
    std::vector<InputFile> inputs;
    for (const LookedFile& file : files) {
        inputs.emplace_back();
        inputs.back().path = file.path;
        inputs.back().format = file.format;
    }
    attach_vendor_tables(inputs, rows);
    return std::ranges::all_of(rows, [](const TestRow& row) { return row.position.has_value(); });
}

/// Each study.toml states one.
bool have_grid(const Studies& studies) {
    return std::ranges::all_of(studies.facts,
                               [](const StudyFacts& facts) { return facts.grid.has_value(); });
}

}  // namespace

Result<Look> look(const RunRequest& request, const Progress& progress, GlanceAt at) {
    const auto inputs = expand_paths(request.paths, request.output_folder);
    const auto studies = studies_of(request.paths, inputs);
    if (!studies) return studies.error();
    const StudyFacts facts = shared_facts(*studies);
    const auto recipe = make_recipe(request, facts);
    if (!recipe) return recipe.error();

    Look look;
    look.at = at;
    look.study_file = studies->are_several() ? studies_text(*studies) : facts.source;
    ReadOptions options{recipe->units, threads_of_each(request.threads, inputs.size())};
    options.columns = request.columns;
    options.columns.insert(facts.columns.begin(), facts.columns.end());
    ShapesByKind shapes;
    std::size_t tests = 0;
    std::vector<TestRow> rows;
    std::vector<Inference> table_columns;
    std::vector<TipsTests> of_study(studies->facts.size());
    ordered_parallel(
        inputs.size(), threads_or_all(request.threads), progress.stop,
        [&](std::size_t i) {
            return glimpse_input(inputs[i], options, recipe->analysis.peak_load, at);
        },
        [&](std::size_t i, Glimpse glimpse) {
            tests += glimpse.file.tests;
            std::ranges::move(glimpse.rows, std::back_inserter(rows));
            of_study[studies->of_input[i]].add(glimpse);
            std::ranges::move(glimpse.table_columns, std::back_inserter(table_columns));
            look.files.push_back(std::move(glimpse.file));
            look.tests_without_load_function += glimpse.tests_without_shape;
            for (const Inference& entry : glimpse.inferences) add_inference(look.inferences, entry);
            for (const auto& [name, count] : glimpse.channels)
                add_channel(look.channels, name, count);
            for (const auto& cycles : glimpse.shapes) look.cycles += cycles.size();
            const std::string study =
                studies->are_several() ? studies->names[studies->of_input[i]] + ", " : "";
            for (const auto& cycles : glimpse.shapes)
                for (std::size_t c = 0; c < cycles.size(); ++c)
                    shapes[{study, cycles.size(), c + 1}].push_back(cycles[c]);
            if (progress.report) progress.report(i + 1, inputs.size());
        });
    if (progress.stop.requested()) return Error{"SND-U130", "", "stopped", "", ""};
    if (tests == 0)
        for (const Inference& column : table_columns) add_inference(look.inferences, column);
    look.load_functions = counted(shapes);
    note_tips(look, *studies, *recipe, of_study);
    if (tests > 0)
        note_missing(look, recipe->analysis,
                     have_grid(*studies) || have_positions(look.files, std::move(rows)));
    return look;
}

}  // namespace sneddon
