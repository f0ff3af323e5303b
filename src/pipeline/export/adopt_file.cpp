#include <filesystem>

#include "pipeline/written_files.hpp"
#include "sneddon/pipeline/run.hpp"

namespace sneddon {

Result<bool> adopt_file(const std::string& folder, const std::string& name) {
    std::set<std::string> names = written_files(folder);
    std::error_code ignored;
    const bool is_there =
        std::filesystem::is_regular_file(std::filesystem::path(folder) / name, ignored);
    if (names.empty() || !is_there)
        return Error{"SND-O004", folder, names.empty() ? "no files of a run" : "no " + name,
                     "the folder of a run that holds " + name, ""};
    names.insert(name);
    if (!write_manifest(folder, names))
        return Error{"SND-O003", folder, "its list of files cannot be written",
                     "a folder that can be written", ""};
    return true;
}

}  // namespace sneddon
