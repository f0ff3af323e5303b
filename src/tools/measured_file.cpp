#include "tools/measured_file.hpp"

#include <system_error>

namespace sneddon {

namespace fs = std::filesystem;

fs::path measured_file(const std::string& shown, const fs::path& out) {
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
