// Files for what is read by its name. The folder is one of the process, below TMPDIR: scripts/fuzz
// puts that into memory, and removes it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "require.hpp"

namespace sneddon::fuzz {

inline const std::filesystem::path& scratch_folder() {
    static const std::filesystem::path folder = [] {
        const auto path =
            std::filesystem::temp_directory_path() / ("sneddon-fuzz-" + std::to_string(getpid()));
        std::filesystem::create_directories(path);
        return path;
    }();
    return folder;
}

/// Written over what had the name before; gives its path.
inline std::string scratch_file(const std::string& name, std::string_view bytes) {
    const auto path = scratch_folder() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
}

/// An OUT as one input: each file behind a line "@@@@ NAME". Names with a folder are not made.
inline std::string scratch_output(std::string_view bytes) {
    constexpr std::string_view mark = "@@@@ ";
    const auto folder = scratch_folder() / "out";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream file;
    while (!bytes.empty()) {
        const std::string_view line = next_line(bytes);
        if (!line.starts_with(mark)) {
            file << line << '\n';
            continue;
        }
        const std::string name(line.substr(mark.size()));
        file = std::ofstream();
        if (name.size() < 60 && name.find_first_of(std::string_view("/\0", 2)) == name.npos)
            file.open(folder / name, std::ios::binary);
    }
    return folder.string();
}

}  // namespace sneddon::fuzz
