// What a merge of very many rows costs. The parts are one that `sneddon shard` made, written again
// and again as those of other archives: its rows, previews and holds under other names; the hashes
// that would tell the same curve twice are made unlike.
//   merge_rows PART COPIES FOLDER [none|all]    rows only, of parts without the previews that such
//                                               a merge passes over; else with none or all findings
#include <fmt/core.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/parts/part_file.hpp"
#include "pipeline/test_outcome.hpp"
#include "sneddon/pipeline/run.hpp"

namespace {

namespace fs = std::filesystem;
using namespace sneddon;

/// All tests of the part, as an archive gives them: a stretch at a time.
std::vector<FileOutcome> archive_of(const std::string& path, bool has_rows_only) {
    constexpr std::size_t tests_of_stretch = 200;
    std::vector<FileOutcome> stretches;
    FileOutcome stretch, end;
    auto part = PartFile::open(path);
    if (!part) return stretches;
    part->for_each_outcome(has_rows_only ? PartDepth::rows : PartDepth::curves,
                           [&](FileOutcome&& file) {
                               if (file.rows.empty()) return;
                               stretch.input = end.input = file.input;
                               append(std::move(file), stretch);
                               if (stretch.rows.size() < tests_of_stretch) return;
                               stretch.goes_on = true;
                               stretches.push_back(std::exchange(stretch, {}));
                           });
    stretch.goes_on = true;
    stretches.push_back(std::move(stretch));
    for (const FileOutcome& each : stretches) end.input.tests += each.rows.size();
    stretches.push_back(std::move(end));
    return stretches;
}

std::size_t rows_of(const std::vector<FileOutcome>& archive) {
    return archive.back().input.tests;
}

/// A stretch, from row `first` on, under the name of another archive. A test without a preview or
/// hold has none after it either.
FileOutcome renamed(FileOutcome all, const std::string& path, const std::string& name,
                    std::uint64_t salt, std::size_t first) {
    all.input.path = path;
    auto preview = all.previews.begin();
    auto hold = all.holds.begin();
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        TestRow& row = all.rows[i];
        const std::string id = fmt::format("{}#{}", name, first + i + 1);
        if (preview != all.previews.end() && preview->test_id == row.test_id)
            (preview++)->test_id = id;
        if (hold != all.holds.end() && hold->test_id == row.test_id) (hold++)->test_id = id;
        row.test_id = id;
        row.file = path;
        row.test = static_cast<int>(first + i + 1);
        all.column_hashes[i] ^= salt * 0x9E3779B97F4A7C15U;
    }
    return all;
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) return 2;
    const std::size_t copies = std::stoul(words[2]);
    const fs::path folder = words[3];
    const bool has_rows_only = count < 5;
    const std::vector<FileOutcome> archive = archive_of(words[1], has_rows_only);
    if (archive.empty()) return 1;
    RunRequest request;
    request.paths = {(folder / "study").string()};
    request.output_folder = (folder / "parts").string();
    request.area_function = "ideal";
    fs::create_directories(folder / "study");
    for (std::size_t i = 1; i <= copies; ++i)
        std::ofstream(folder / "study" / fmt::format("a{:05}.h5", i)) << "";
    for (std::size_t i = 1; i <= copies; ++i) {
        const auto made = shard(request, i, copies, {});  // of the empty file: its manifest counts
        if (!made) return 1;
        const auto part = PartFile::open(made->path);
        if (!part) return 1;
        const std::string name = fmt::format("a{:05}.h5", i);
        PartWriter writer(request.output_folder, part->manifest());
        std::size_t first = 0;
        for (const FileOutcome& stretch : archive) {
            writer.add(renamed(stretch, (folder / "study" / name).string(), name, i, first));
            first += stretch.rows.size();
        }
        if (!writer.close()) return 1;
    }
    MergeRequest merged;
    merged.parts_folder = request.output_folder;
    merged.output_folder = (folder / "out").string();
    merged.may_replace_output = true;
    merged.has_rows_only = has_rows_only;
    if (!has_rows_only && std::string(words[4]) == "none")
        merged.findings = merged.figures = "none";
    fmt::print("{} rows in {} parts\n", copies * rows_of(archive), copies);
    const auto begin = std::chrono::steady_clock::now();
    double read_s = 0;
    const auto study = merge(merged, {[&](std::size_t done, std::size_t total) {
                                 if (done == total) read_s = seconds_since(begin);
                             }});
    if (!study) fmt::print("{}\n", message(study.error()));
    fmt::print("parts read after {:.1f} s, all after {:.1f} s\n", read_s, seconds_since(begin));
    return study ? 0 : 1;
}
