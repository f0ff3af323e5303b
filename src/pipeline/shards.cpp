// A run in parts: each analyses a stretch of the files, a merge makes of all parts what one run
// would have given.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "base/files/utf8.hpp"
#include "base/sha256.hpp"
#include "pipeline/finish.hpp"
#include "pipeline/parts/analysis_key.hpp"
#include "pipeline/parts/outcome_cache.hpp"
#include "pipeline/parts/part_file.hpp"
#include "pipeline/stopped.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::string hash_of(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += text + "\n";
    return sha256_hex(all);
}

std::string hash_of_paths(const StudyPlan& plan) {
    std::vector<std::string> paths;
    for (const InputPath& input : plan.inputs) paths.push_back(input.path);
    return hash_of(paths);
}

PartManifest manifest_of(const RunRequest& request, const StudyPlan& plan, std::size_t part,
                         std::size_t parts) {
    const std::size_t count = plan.inputs.size();
    PartManifest manifest;
    manifest.part = part;
    manifest.parts = parts;
    manifest.first = count * (part - 1) / parts;
    manifest.files = count * part / parts - manifest.first;
    manifest.files_of_study = count;
    manifest.analysis = hash_of(analysis_keys(plan));
    manifest.inputs = hash_of_paths(plan);
    manifest.request = request;
    return manifest;
}

/// The first file of a part that was written after it; empty where there is none.
std::string newer_than(const fs::path& part, const StudyPlan& plan, const PartManifest& manifest) {
    std::error_code failed;
    const auto made = fs::last_write_time(part, failed);
    if (failed) return "";
    for (std::size_t i = manifest.first; i < manifest.first + manifest.files; ++i) {
        const auto written = fs::last_write_time(plan.inputs[i].path, failed);
        if (!failed && written > made) return plan.inputs[i].path;
    }
    return "";
}

bool is_made(const fs::path& path, const StudyPlan& plan, const PartManifest& manifest) {
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return false;
    auto part = PartFile::open(utf8(path));
    return part && part->manifest().part == manifest.part &&
           part->manifest().is_of_same_study(manifest) && part->is_whole() &&
           newer_than(path, plan, manifest).empty();
}

Error no_study(const std::string& folder, const std::string& found, const std::string& fix) {
    return {"SND-U047", folder, found, "every part of one study once, made by this program", fix};
}

/// The paths of the parts, in their order.
Result<std::vector<fs::path>> parts_in(const std::string& folder) {
    std::error_code failed;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == ".sneddon-part") paths.push_back(entry.path());
    if (failed) return no_study(folder, failed.message(), "name the folder of the parts");
    if (paths.empty())
        return no_study(folder, "no part", "sneddon shard PATHS --shard 1/4 -o " + folder);
    std::ranges::sort(paths);
    return paths;
}

/// Together the parts are one study, as their manifests say. What they are parts of.
Result<PartManifest> study_of_parts(const std::string& folder, const std::vector<fs::path>& paths) {
    std::vector<bool> is_there;
    std::optional<PartManifest> study;
    for (const fs::path& path : paths) {
        const auto part = PartFile::open(utf8(path));
        if (!part) return part.error();
        const PartManifest& manifest = part->manifest();
        if (!study) study = manifest;
        if (!manifest.is_of_same_study(*study))
            return no_study(folder,
                            fmt::format("part {} of {} is of another study than part {} of {}: "
                                        "other files, recipe, program or number of parts",
                                        manifest.part, manifest.parts, study->part, study->parts),
                            "delete the parts that are not of this study");
        is_there.resize(study->parts, false);
        if (manifest.part < 1 || manifest.part > study->parts || is_there[manifest.part - 1])
            return no_study(folder,
                            fmt::format("part {} of {} twice", manifest.part, manifest.parts),
                            "delete one of the two");
        is_there[manifest.part - 1] = true;
    }
    const auto missing = std::ranges::find(is_there, false);
    if (missing != is_there.end()) {
        const auto part = missing - is_there.begin() + 1;
        return no_study(
            folder, fmt::format("part {} of {} is missing", part, study->parts),
            fmt::format("sneddon shard PATHS --shard {:d}/{:d} -o {}", part, study->parts, folder));
    }
    return *study;
}

RunRequest request_of(const MergeRequest& merge, const PartManifest& study) {
    RunRequest request = study.request;
    request.output_folder = merge.output_folder;
    request.settings.insert(request.settings.end(), merge.settings.begin(), merge.settings.end());
    if (!merge.findings.empty()) request.findings = merge.findings;
    if (!merge.figures.empty()) request.figures = merge.figures;
    request.has_rows_only = request.has_rows_only || merge.has_rows_only;
    request.cache_folder.clear();
    request.threads = merge.threads;
    request.may_replace_output = merge.may_replace_output;
    return request;
}

/// The plan that is merged now is that of the parts.
std::optional<Error> another_plan(const std::string& folder, const StudyPlan& plan,
                                  const PartManifest& study) {
    if (plan.inputs.size() != study.files_of_study || hash_of_paths(plan) != study.inputs)
        return no_study(folder,
                        fmt::format("{} files where the parts are of {}, or others",
                                    plan.inputs.size(), study.files_of_study),
                        "merge in the folder where the parts were made, with the same files");
    if (hash_of(analysis_keys(plan)) != study.analysis)
        return no_study(folder, "another recipe, tip or program than that of the parts",
                        "leave out what reaches the analysis, or make the parts again");
    return std::nullopt;
}

/// Analyses the files of a part. Their number that the cache knew.
Result<std::size_t> make_part(const StudyPlan& plan, const std::string& folder,
                              const PartManifest& manifest, const Progress& progress) {
    const auto cache = OutcomeCache::of_plan(plan);
    if (!cache) return cache.error();
    PartWriter writer(folder, manifest);
    std::size_t files_known = 0;
    analyse_inputs(plan, manifest.first, manifest.files, {}, *cache ? &**cache : nullptr, progress,
                   [&](FileOutcome&& outcome, bool is_known) {
                       writer.add(outcome);
                       if (is_known) ++files_known;
                   });
    if (progress.stop.requested()) return stopped("before the part was whole");
    if (const auto closed = writer.close(); !closed) return closed.error();
    return files_known;
}

/// Adds what a part holds to what was collected.
std::optional<Error> collect(const std::string& folder, const fs::path& path, const RunPlan& plan,
                             const PartManifest& study, CollectedTests& collected) {
    auto part = PartFile::open(utf8(path));
    if (!part) return part.error();
    const PartManifest manifest = part->manifest();
    if (!manifest.is_of_same_study(study))
        return no_study(folder, utf8(path) + " became another", "wait until all are made");
    if (const std::string newer = newer_than(path, plan, manifest); !newer.empty())
        return no_study(
            folder,
            fmt::format("part {} of {} is older than {}", manifest.part, manifest.parts, newer),
            fmt::format("sneddon shard PATHS --shard {:d}/{:d} -o {}", manifest.part,
                        manifest.parts, folder));
    return part->for_each_outcome(
        plan.has_rows_only ? PartDepth::rows : PartDepth::curves,
        [&](FileOutcome&& outcome) { collected.add(std::move(outcome)); });
}

}  // namespace

Result<ShardReceipt> shard(const RunRequest& request, std::size_t part, std::size_t parts,
                           const Progress& progress) {
    if (part < 1 || part > parts)
        return Error{"SND-U048", "--shard", fmt::format("{:d}/{:d}", part, parts),
                     "a part and how many there are, from 1/N to N/N", "--shard 1/4"};
    Result<StudyPlan> plan = prepare_study(request);
    if (!plan) return plan.error();
    if (auto error = files_hang_together(*plan, "--shard")) return *error;
    const PartManifest manifest = manifest_of(request, *plan, part, parts);
    const fs::path path = fs::path(request.output_folder) / manifest.name();
    ShardReceipt receipt{utf8(path), manifest.files};
    receipt.was_there = is_made(path, *plan, manifest);
    if (!receipt.was_there) {
        const auto files_known = make_part(*plan, request.output_folder, manifest, progress);
        if (!files_known) return files_known.error();
        receipt.files_known = *files_known;
    }
    std::error_code failed;
    receipt.bytes = fs::file_size(path, failed);
    return receipt;
}

Result<StudyResult> merge(const MergeRequest& merged, const Progress& progress) {
    const auto paths = parts_in(merged.parts_folder);
    if (!paths) return paths.error();
    const auto study = study_of_parts(merged.parts_folder, *paths);
    if (!study) return study.error();
    const RunRequest request = request_of(merged, *study);
    Result<RunPlan> plan = prepare(request);
    if (!plan) return plan.error();
    if (auto error = another_plan(merged.parts_folder, *plan, *study)) return *error;
    if (progress.begins) progress.begins(utf8(plan->output.folder()));
    CollectedTests collected(*plan);
    for (const fs::path& path : *paths) {
        if (auto error = collect(merged.parts_folder, path, *plan, *study, collected))
            return *error;
        if (progress.stop.requested()) return stopped("while the parts were read");
        if (progress.report) progress.report(collected.files(), plan->inputs.size());
    }
    Result<AnalysedTests> tests = collected.close();
    if (!tests) return tests.error();
    return finish(request, std::move(*plan), std::move(*tests), progress);
}

}  // namespace sneddon
