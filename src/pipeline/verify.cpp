#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/files/file_bytes.hpp"
#include "base/files/utf8.hpp"
#include "pipeline/analyse_all.hpp"
#include "pipeline/finish.hpp"
#include "pipeline/request_file.hpp"
#include "pipeline/written_files.hpp"
#include "results/written_study.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> hashes_in(const List<WrittenInput>& inputs) {
    std::map<std::string, std::string> hashes;
    for (const WrittenInput input : inputs) hashes[input.path().value()] = input.sha256().value();
    return hashes;
}

std::map<std::string, std::string> hashes_in(const std::vector<InputFile>& inputs) {
    std::map<std::string, std::string> hashes;
    for (const InputFile& input : inputs) hashes[input.path] = input.sha256;
    return hashes;
}

void compare_inputs(const std::map<std::string, std::string>& then,
                    const std::map<std::string, std::string>& now, Verification& verified) {
    for (const auto& [path, hash] : then) {
        const auto again = now.find(path);
        if (again == now.end())
            verified.other_inputs.push_back({path, "gone"});
        else if (again->second != hash)
            verified.other_inputs.push_back({path, "its bytes have changed (SHA-256)"});
        else
            ++verified.same_inputs;
    }
    for (const auto& [path, hash] : now)
        if (!then.contains(path)) verified.other_inputs.push_back({path, "new since"});
}

/// Empty where both are the same bytes.
std::string difference_of(const fs::path& written, const fs::path& repeated) {
    const auto then = FileBytes::open(utf8(written)), now = FileBytes::open(utf8(repeated));
    if (!then) return then.error().found;
    if (!now) return "a repeated run does not write it";
    const std::string_view a = then->bytes(), b = now->bytes();
    const auto [in_a, in_b] = std::ranges::mismatch(a, b);
    if (in_a == a.end() && in_b == b.end()) return "";
    const auto line = std::count(a.begin(), in_a, '\n') + 1;
    return fmt::format("differs from line {:d} on", line);
}

/// What OUT holds by its manifest, and what the repeated run wrote.
std::set<std::string> names_in(const fs::path& out, const fs::path& repeated) {
    std::set<std::string> names;
    for (const std::string& name : written_files(out)) {
        std::error_code ignored;
        if (name != manifest_name && fs::exists(out / name, ignored)) names.insert(name);
    }
    for (const std::string& name : files_below(repeated)) names.insert(name);
    return names;
}

void compare_files(const fs::path& out, const fs::path& repeated, Verification& verified) {
    for (const std::string& name : names_in(out, repeated)) {
        const std::string what = difference_of(out / name, repeated / name);
        if (what.empty())
            ++verified.same_files;
        else
            verified.other_files.push_back({name, what});
    }
}

/// "x/out.verified" of "x/out/".
std::string beside_of(const std::string& folder) {
    std::error_code ignored;
    fs::path out = fs::absolute(folder, ignored).lexically_normal();
    if (out.filename().empty()) out = out.parent_path();
    return utf8(out) + ".verified";
}

Error from_where_it_was_started(Error error) {
    if (error.code == "SND-U033") error.fix = "start it in the folder where the run was started";
    return error;
}

}  // namespace

Result<Verification> verify(const std::string& folder, unsigned threads, const Progress& progress) {
    const Result<WrittenStudy> written = read_study(folder);
    if (!written) return written.error();
    Result<RunRequest> request = read_request(folder);
    if (!request) return request.error();
    request->output_folder = folder;
    request->threads = threads;
    Result<StudyPlan> study_plan = prepare_study(*request);
    if (!study_plan) return from_where_it_was_started(study_plan.error());
    Result<OutputFolder> beside = OutputFolder::open(beside_of(folder), true);
    if (!beside) return beside.error();
    const RunPlan plan{std::move(*study_plan), std::move(*beside)};
    const fs::path repeated = plan.output.folder();
    if (progress.begins) progress.begins(utf8(repeated));
    Result<AnalysedTests> tests = analyse_all(plan, progress);
    if (!tests) return tests.error();
    const auto study = finish_in_staging(*request, plan, std::move(*tests), progress);
    if (!study) return study.error();

    Verification verified;
    verified.version = written->results.version().value();
    compare_inputs(hashes_in(written->results.inputs()), hashes_in(study->inputs), verified);
    compare_files(folder, repeated, verified);
    return verified;
}

}  // namespace sneddon
