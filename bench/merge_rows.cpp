// What a merge of very many rows costs. The parts are one that `sneddon shard` made, written again
// and again as those of other archives: its rows, previews and holds under other names; the hashes
// that would tell the same curve twice are made unlike.
//   merge_rows PART COPIES FOLDER [all]    all: with findings and figures; else what takes the rows
#include <fmt/core.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "pipeline/parts/part_file.hpp"
#include "sneddon/pipeline/run.hpp"

namespace {

namespace fs = std::filesystem;
using namespace sneddon;

/// All tests of the part, as one archive gives them.
FileOutcome archive_of(const std::string& path) {
    FileOutcome all;
    auto part = PartFile::open(path);
    if (!part) return all;
    part->for_each_outcome([&](FileOutcome&& file) {
        for (TestRow& row : file.rows) all.rows.push_back(std::move(row));
        for (CurvePreview& preview : file.previews) all.previews.push_back(std::move(preview));
        for (ResidualDensity& one : file.residuals) all.residuals.push_back(std::move(one));
        for (HoldCurve& hold : file.holds) all.holds.push_back(std::move(hold));
        for (const auto hash : file.column_hashes) all.column_hashes.push_back(hash);
        if (!file.rows.empty()) all.input = file.input;
    });
    all.input.tests = all.rows.size();
    return all;
}

/// Under the name of another archive. A test without a preview or hold has none after it either.
FileOutcome renamed(FileOutcome all, const std::string& path, const std::string& name,
                    std::uint64_t salt) {
    all.input.path = path;
    auto preview = all.previews.begin();
    auto hold = all.holds.begin();
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        TestRow& row = all.rows[i];
        const std::string id = fmt::format("{}#{}", name, i + 1);
        if (preview != all.previews.end() && preview->test_id == row.test_id)
            (preview++)->test_id = id;
        if (hold != all.holds.end() && hold->test_id == row.test_id) (hold++)->test_id = id;
        row.test_id = id;
        row.file = path;
        row.test = static_cast<int>(i + 1);
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
    const FileOutcome archive = archive_of(words[1]);
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
        writer.add(renamed(archive, (folder / "study" / name).string(), name, i));
        if (!writer.close()) return 1;
    }
    MergeRequest merged;
    merged.parts_folder = request.output_folder;
    merged.output_folder = (folder / "out").string();
    merged.may_replace_output = true;
    if (count < 5) merged.findings = merged.figures = "none";
    fmt::print("{} rows in {} parts\n", copies * archive.rows.size(), copies);
    const auto begin = std::chrono::steady_clock::now();
    double read_s = 0;
    const auto study = merge(merged, {[&](std::size_t done, std::size_t total) {
                                 if (done == total) read_s = seconds_since(begin);
                             }});
    if (!study) fmt::print("{}\n", message(study.error()));
    fmt::print("parts read after {:.1f} s, all after {:.1f} s\n", read_s, seconds_since(begin));
    return study ? 0 : 1;
}
