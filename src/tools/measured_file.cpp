#include "tools/measured_file.hpp"

#include <filesystem>
#include <system_error>

#include "base/files/utf8.hpp"
#include "read/paths/zip_paths.hpp"

namespace sneddon {

namespace fs = std::filesystem;

std::string measured_file(const std::string& shown, const std::string& out) {
    std::error_code error;
    if (fs::exists(shown, error) || path_in_zip(shown)) return shown;
    for (fs::path folder = fs::absolute(out, error).lexically_normal();
         folder.has_relative_path();) {
        folder = folder.parent_path();
        std::string candidate = utf8(folder / shown);
        if (fs::exists(candidate, error) || path_in_zip(candidate)) return candidate;
    }
    return shown;
}

}  // namespace sneddon
