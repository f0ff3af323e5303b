#include "pipeline/short_names.hpp"

#include <algorithm>
#include <system_error>

namespace sneddon {
namespace {

namespace fs = std::filesystem;

/// Links stay: a file is shown where it was found.
fs::path whole(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

fs::path common_folder(std::span<const InputPath> inputs) {
    if (inputs.empty()) return {};
    fs::path common = whole(inputs.front().path).parent_path();
    for (const InputPath& input : inputs.subspan(1)) {
        const fs::path folder = whole(input.path).parent_path();
        const auto [end, unused] =
            std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
        fs::path shared;
        for (auto part = common.begin(); part != end; ++part) shared /= *part;
        common = shared;
    }
    return common;
}

}  // namespace

std::vector<std::string> short_names(std::span<const InputPath> inputs) {
    const fs::path common = common_folder(inputs);
    std::vector<std::string> names;
    for (const InputPath& input : inputs)
        names.push_back(whole(input.path).lexically_relative(common).generic_string());
    return names;
}

ShownPaths::ShownPaths(std::span<const InputPath> inputs) : common_(common_folder(inputs)) {}

std::string ShownPaths::of(const std::string& path) const {
    const fs::path below = whole(path).lexically_relative(common_);
    return (common_.filename() / below).lexically_normal().generic_string();
}

}  // namespace sneddon
