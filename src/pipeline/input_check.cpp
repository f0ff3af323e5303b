#include "pipeline/input_check.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace sneddon {
namespace {

namespace fs = std::filesystem;

fs::path real(const fs::path& path) {
    std::error_code error;
    const fs::path resolved = fs::weakly_canonical(fs::absolute(path, error), error);
    return resolved.filename().empty() ? resolved.parent_path() : resolved;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

}  // namespace

std::optional<Error> input_in_output(const RunRequest& request) {
    std::error_code ignored;
    const fs::path output = real(request.output_folder);
    for (const std::string& path : request.paths) {
        if (!fs::exists(path, ignored)) continue;
        const fs::path input = real(path);
        if (input == output ? request.paths.size() > 1 : !is_below(input, output)) continue;
        return Error{"SND-O006", path, "an input in the output folder " + request.output_folder,
                     "inputs outside of OUT", "choose another folder with -o"};
    }
    return std::nullopt;
}

std::optional<Error> nothing_to_read(const RunRequest& request, std::span<const InputPath> inputs) {
    const auto is_there = [](const InputPath& input) { return !input.error; };
    if (std::ranges::any_of(inputs, is_there)) return std::nullopt;
    Error error{"SND-U033", request.paths.empty() ? "run" : request.paths.front(),
                "no file in this folder", "a path that leads to files", "check the path"};
    if (inputs.empty()) return error;
    error.where = inputs.front().path;
    error.found = inputs.front().error->found;
    error.fix = inputs.front().error->fix;
    if (inputs.size() > 1) error.found += fmt::format(" (and {} more paths)", inputs.size() - 1);
    return error;
}

}  // namespace sneddon
