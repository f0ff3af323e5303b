// The folders of a compound file: entries of 128 bytes, each folder a tree of its members.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/container/ole_file.hpp"

namespace sneddon {

struct OleFolders {
    std::vector<OleStream> streams;
    OleStream root;       ///< what holds the small streams
    std::string trouble;  ///< empty, or why the entries do not hold together
};

OleFolders read_ole_folders(std::string_view entries);

}  // namespace sneddon
