#include "pipeline/short_names.hpp"

#include <algorithm>
#include <filesystem>

namespace sneddon {
namespace {

namespace fs = std::filesystem;

fs::path common_folder(std::span<const InputPath> inputs) {
    if (inputs.empty()) return {};
    fs::path common = fs::path(inputs.front().path).parent_path();
    for (const InputPath& input : inputs.subspan(1)) {
        const fs::path folder = fs::path(input.path).parent_path();
        const auto [end, unused] =
            std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
        fs::path shared;
        for (auto part = common.begin(); part != end; ++part) shared /= *part;
        common = shared;
    }
    return common.empty() ? "." : common;
}

}  // namespace

std::vector<std::string> short_names(std::span<const InputPath> inputs) {
    const fs::path common = common_folder(inputs);
    std::vector<std::string> names;
    for (const InputPath& input : inputs) {
        const fs::path file = input.path;
        const fs::path rest = file.lexically_relative(common);
        names.push_back(rest.empty() ? file.generic_string() : rest.generic_string());
    }
    return names;
}

}  // namespace sneddon
