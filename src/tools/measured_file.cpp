#include "tools/measured_file.hpp"

#include <filesystem>
#include <system_error>

namespace sneddon {

namespace fs = std::filesystem;

std::string measured_file(const std::string& shown, const std::string& out) {
    std::error_code error;
    if (fs::exists(shown, error)) return shown;
    for (fs::path folder = fs::absolute(out, error).lexically_normal();
         folder.has_relative_path();) {
        folder = folder.parent_path();
        if (fs::exists(folder / shown, error)) return folder / shown;
    }
    return shown;
}

}  // namespace sneddon
