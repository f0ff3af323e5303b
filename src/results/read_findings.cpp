#include <fmt/core.h>

#include <fstream>
#include <sstream>

#include "base/mapped_file.hpp"
#include "base/nan.hpp"
#include "results/findings.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_curves = 5000;
constexpr std::size_t most_flagged = 4000;

Error unreadable(const fs::path& path, const std::string& found) {
    return {"SND-O004", path.string(), found, "a folder that sneddon run wrote",
            "make it with: sneddon run PATH... -o OUT"};
}

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The lines of "tests" are left out before parsing: run writes them one by one, and a million of
/// them need not be parsed to be thrown away. A file that another program has laid out anew is
/// parsed whole, and its tests are left out by the parser's callback.
Json without_tests(std::string_view text) {
    const std::string_view begin = "\n  \"tests\": [\n", end = "\n  ],\n";
    const std::size_t from = text.find(begin);
    const std::size_t to = from == text.npos ? text.npos : text.find(end, from + begin.size() - 1);
    const auto keep = [](int depth, Json::parse_event_t event, Json& parsed) {
        return !(event == Json::parse_event_t::key && depth == 1 && parsed == "tests");
    };
    if (to == text.npos) return Json::parse(text, keep, false);
    std::string rest(text.substr(0, from + 1));
    rest += text.substr(to + end.size());
    return Json::parse(rest, keep, false);
}

std::vector<double> numbers(const Json& json, const char* key) {
    std::vector<double> values;
    if (!json.contains(key)) return values;
    for (const Json& value : json[key])
        values.push_back(value.is_number() ? value.get<double>() : nan);
    return values;
}

SegmentKind kind_of(const std::string& word) {
    for (const SegmentKind kind :
         {SegmentKind::approach, SegmentKind::load, SegmentKind::hold, SegmentKind::unload,
          SegmentKind::drift_hold, SegmentKind::retract})
        if (word == name(kind)) return kind;
    return SegmentKind::approach;
}

CurvePreview curve_of(const Json& json) {
    CurvePreview curve;
    curve.test_id = json.value("test_id", "");
    curve.load_function = json.value("load_function", "");
    curve.time_s = numbers(json, "t_s");
    curve.depth_nm = numbers(json, "h_nm");
    curve.load_uN = numbers(json, "P_uN");
    if (json.contains("segments"))
        for (const Json& segment : json["segments"])
            curve.segments.push_back({kind_of(segment.value("kind", "")),
                                      segment.value("begin_s", 0.0), segment.value("end_s", 0.0)});
    if (json.contains("fit")) {
        curve.fit_depth_nm = numbers(json["fit"], "h_nm");
        curve.fit_load_uN = numbers(json["fit"], "P_uN");
    }
    return curve;
}

/// What the flags of the tests say: one test a line, in the order of tests.csv.
std::map<std::size_t, std::vector<std::string>> flag_texts_of(std::string_view text) {
    std::map<std::size_t, std::vector<std::string>> texts;
    constexpr std::string_view begin = "\n  \"tests\": [\n";
    std::size_t at = text.find(begin);
    if (at == text.npos) return texts;
    at += begin.size();
    for (std::size_t row = 0; at < text.size() && texts.size() < most_flagged; ++row) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line == "  ]," || line == "  ]") break;
        at = end + 1;
        if (line.find("\"flags\":[{") == line.npos) continue;
        if (line.ends_with(',')) line.remove_suffix(1);
        const Json json = Json::parse(line, nullptr, false);
        if (!json.is_object() || !json.contains("flags")) continue;
        for (const Json& flag : json["flags"]) texts[row].push_back(flag.value("text", ""));
    }
    return texts;
}

/// One curve a line.
std::vector<CurvePreview> read_curves(const fs::path& path) {
    std::vector<CurvePreview> curves;
    std::ifstream in(path, std::ios::binary);
    std::string line;
    while (curves.size() < most_curves && std::getline(in, line)) {
        while (!line.empty() && (line.back() == ',' || line.back() == '\r')) line.pop_back();
        if (line.size() < 3) continue;
        const Json json = Json::parse(line, nullptr, false);
        if (json.is_object()) curves.push_back(curve_of(json));
    }
    return curves;
}

/// curves.json is written while tests come in: their load functions are known only afterwards.
void name_load_functions_of_curves(Findings& findings) {
    std::map<std::string_view, std::size_t> row_of;
    for (std::size_t row = 0; row < findings.tests.rows; ++row)
        row_of.emplace(findings.tests.text("test_id", row), row);
    for (CurvePreview& curve : findings.curves)
        if (const auto row = row_of.find(curve.test_id); row != row_of.end())
            curve.load_function = findings.tests.text("load_function", row->second);
}

AttachedFile attached_file(const fs::path& out, std::size_t place) {
    AttachedFile file;
    file.place = place;
    const std::string stem = fmt::format("attachment_{}", place + 1);
    if (const auto csv = MappedFile::open(out / (stem + ".csv")))
        file.pattern = parse_column_table(csv->bytes());
    for (const char* ending : {".png", ".jpg"})
        if (const auto image = MappedFile::open(out / (stem + ending))) file.image = image->bytes();
    return file;
}

}  // namespace

Result<Findings> read_findings(const fs::path& out) {
    Findings findings;
    const Result<MappedFile> results = MappedFile::open(out / "results.json");
    if (!results) return unreadable(out, "no results.json");
    findings.results = without_tests(results->bytes());
    findings.flag_texts = flag_texts_of(results->bytes());
    if (!findings.results.is_object() || findings.results.value("generator", "") != "sneddon")
        return unreadable(out / "results.json", "not the JSON of a run");
    const Result<MappedFile> tests = MappedFile::open(out / "tests.csv");
    if (!tests) return unreadable(out, "no tests.csv");
    findings.tests = parse_column_table(tests->bytes());
    findings.curves = read_curves(out / "curves.json");
    name_load_functions_of_curves(findings);
    for (std::size_t i = 0; i < findings.size("/creep_curves"); ++i) {
        const std::string file = findings.text(fmt::format("/creep_curves/{}/file", i));
        // A name of OUT, not a path that leads out of it.
        if (file.empty() || fs::path(file).filename() != file || findings.holds.contains(file))
            continue;
        if (const auto csv = MappedFile::open(out / file))
            findings.holds[file] = parse_column_table(csv->bytes());
    }
    for (std::size_t i = 0; i < findings.size("/study/attachments"); ++i)
        findings.attachments.push_back(attached_file(out, i));
    findings.recipe_toml = text_of(out / "recipe.toml");
    return findings;
}

}  // namespace sneddon
