#include "results/read_study.hpp"

#include <fmt/core.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "results/curves/curves_json.hpp"
#include "results/parse_json.hpp"
#include "results/results_layout.hpp"
#include "results/study_of_json.hpp"
#include "results/written/tests.hpp"
#include "results/written_study.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_curves = 5000;
constexpr std::size_t most_flagged = 4000;

Error unreadable(const fs::path& path, const std::string& found) {
    return {"SND-O004", utf8(path), found, "a folder that sneddon run wrote",
            "make it with: sneddon run PATH... -o OUT"};
}

Error no_results(const fs::path& out) {
    std::error_code ignored;
    if (!fs::exists(out / "tests.csv", ignored)) return unreadable(out, "no results.json");
    return {"SND-O004", utf8(out), "rows alone (--rows-only): tests.csv and no results.json",
            "a folder that sneddon run wrote whole", "run it again without --rows-only"};
}

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// What the flags of the tests say: rows in the order of tests.csv.
std::map<std::size_t, std::vector<std::string>> flag_texts_of(std::string_view results_json) {
    std::map<std::size_t, std::vector<std::string>> texts;
    std::size_t row = 0;
    for_each_test(results_json, [&](std::string_view line) {
        if (has_flags(line)) {
            const Json json = parsed_json(line);
            for (const WrittenFlag flag : WrittenTestRow{{node_of(&json), ""}}.flags())
                texts[row].push_back(flag.text().value());
        }
        ++row;
        return texts.size() < most_flagged ? Visit::next : Visit::stop;
    });
    return texts;
}

/// curves.json is written while tests come in: their load functions are known only afterwards.
void name_load_functions(const TestTable& tests, std::vector<CurvePreview>& curves) {
    const auto row_of_test = tests.row_of_test();
    for (CurvePreview& curve : curves)
        if (const auto row = row_of_test.find(curve.test_id); row != row_of_test.end())
            curve.load_function = tests.text_of(column::load_function, row->second);
}

void read_hold_curves(const fs::path& out, WrittenStudy& study) {
    for (const WrittenCreepCurve curve : study.results.creep_curves()) {
        const std::string file = curve.file().value();
        // A name of OUT, not a path that leads out of it.
        if (file.empty() || fs::path(file).filename() != file || study.holds.contains(file))
            continue;
        if (const auto csv = FileBytes::open(utf8(out / file)))
            study.holds[file] = parse_column_table(csv->bytes());
    }
}

/// Of more there is no figure that shows each test.
void read_profiles(const fs::path& out, WrittenStudy& study) {
    if (study.results.profiles().is_empty()) return;
    constexpr std::size_t most_bytes = std::size_t{64} << 20;
    const auto csv = FileBytes::open(utf8(out / "profiles.csv"), {0, most_bytes});
    if (!csv) return;
    const std::string_view bytes = csv->bytes();
    study.profiles = parse_column_table(bytes.substr(0, bytes.rfind('\n') + 1));
}

AttachedFile attached_file(const fs::path& out, std::size_t place) {
    AttachedFile file;
    file.place = place;
    const std::string stem = fmt::format("attachment_{}", place + 1);
    if (const auto csv = FileBytes::open(utf8(out / (stem + ".csv")))) {
        const ColumnTable pattern = parse_column_table(csv->bytes());
        const auto* two_theta_deg = pattern.number("two_theta_deg");
        const auto* intensity = pattern.number("intensity");
        if (two_theta_deg != nullptr && intensity != nullptr) {
            file.two_theta_deg = *two_theta_deg;
            file.intensity = *intensity;
        }
    }
    for (const char* ending : {".png", ".jpg"})
        if (const auto image = FileBytes::open(utf8(out / (stem + ending))))
            file.image = image->bytes();
    return file;
}

}  // namespace

void read_drawn_curves(const std::string& out, WrittenStudy& study, unsigned threads) {
    study.drawn_curves = read_drawn_curves(utf8(fs::path(out) / drawn_curves_name), threads);
}

void read_drawn_curves(const std::string& out, WrittenStudy& study) {
    read_drawn_curves(out, study, 1);
}

Result<WrittenStudy> read_study(const std::string& folder) {
    return read_study(folder, 1);
}

Result<WrittenStudy> read_study(const std::string& folder, unsigned threads) {
    const fs::path out = folder;
    const Result<FileBytes> results = FileBytes::open(utf8(out / "results.json"));
    if (!results) return no_results(out);
    WrittenStudy study = study_of(without_tests(results->bytes()));
    if (study.results.generator().value() != "sneddon")
        return unreadable(out / "results.json", "not the JSON of a run");
    study.flag_texts = flag_texts_of(results->bytes());
    const Result<FileBytes> tests = FileBytes::open(utf8(out / "tests.csv"));
    if (!tests) return unreadable(out, "no tests.csv");
    study.tests = {parse_column_table(tests->bytes())};
    ReadCurves read = read_curves(utf8(out / "curves.json"), most_curves, threads);
    study.curves = std::move(read.curves);
    study.residuals = std::move(read.residuals);
    name_load_functions(study.tests, study.curves);
    read_drawn_curves(folder, study, threads);
    read_hold_curves(out, study);
    read_profiles(out, study);
    for (std::size_t i = 0; i < study.results.facts().attachments().size(); ++i)
        study.attachments.push_back(attached_file(out, i));
    study.recipe_toml = text_of(out / "recipe.toml");
    return study;
}

}  // namespace sneddon
