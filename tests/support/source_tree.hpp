// The project's own files, for the tests that read them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "support/places.hpp"

namespace sneddon::testing {

inline const std::filesystem::path source_root = source_folder;

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Paths relative to the root, sorted, of the C++ files below `folders`.
inline std::vector<std::filesystem::path> source_files(
    std::initializer_list<std::string_view> folders) {
    std::vector<std::filesystem::path> found;
    for (const auto folder : folders) {
        if (!std::filesystem::exists(source_root / folder)) continue;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(source_root / folder))
            if (const auto end = entry.path().extension(); end == ".cpp" || end == ".hpp")
                found.push_back(std::filesystem::relative(entry.path(), source_root));
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace sneddon::testing
