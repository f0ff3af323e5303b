// Headers of libraries that take a second and more to compile stay in few sources: each source
// that sees one, through whatever header, pays for it at every build.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <regex>
#include <set>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

using Names = std::set<std::string>;

/// What a file includes itself: "<fmt/core.h>", "\"base/text.hpp\"".
Names own_includes(const std::filesystem::path& file) {
    static const std::regex line("#[ \t]*include[ \t]*([<\"][^>\"]+[>\"])");
    Names names;
    const auto text = text_of(file);
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
        names.insert((*at)[1]);
    return names;
}

std::filesystem::path header_of(const std::filesystem::path& from, const std::string& what) {
    const auto name = what.substr(1, what.size() - 2);
    for (const auto& folder : {source_root / "include", source_root / "src", from.parent_path()})
        if (exists(folder / name)) return folder / name;
    return {};
}

/// All headers of libraries that a file sees, through the project's own headers too.
const Names& libraries_seen(const std::filesystem::path& file) {
    static std::map<std::filesystem::path, Names> known;
    if (const auto found = known.find(file); found != known.end()) return found->second;
    Names& seen = known[file];
    Names found;
    for (const auto& what : own_includes(file)) {
        if (what[0] == '<') {
            found.insert(what);
        } else if (const auto header = header_of(file, what); !header.empty()) {
            const Names& more = libraries_seen(header);
            found.insert(more.begin(), more.end());
        }
    }
    seen.insert(found.begin(), found.end());
    return seen;
}

std::size_t sources_that_see(const std::string& beginning) {
    std::size_t count = 0;
    for (const auto& path : source_files({"src", "apps"})) {
        if (path.extension() != ".cpp") continue;
        for (const auto& name : libraries_seen(source_root / path))
            if (name.starts_with(beginning)) {
                ++count;
                break;
            }
    }
    return count;
}

struct Limit {
    const char* header;
    std::size_t most;
};

// Seconds of g++ 12 a source: CLI11 5 to 9, json 2.7, format.h 1.6 (core.h 0.9, and
// fmt::format is in it), filesystem 0.3, thread 0.4,
// stop_token 1.2.
TEST(HeavyHeaders, StayInFewSources) {
    for (const auto& [header, most] :
         {Limit{"<CLI/", 2}, Limit{"<nlohmann/json.hpp>", 8}, Limit{"<toml++/", 3},
          Limit{"<Eigen/", 0}, Limit{"<boost/", 2}, Limit{"<fmt/format.h>", 0},
          Limit{"<fmt/ostream.h>", 0}, Limit{"<thread>", 4}, Limit{"<stop_token>", 0},
          Limit{"<regex>", 0}, Limit{"<filesystem>", 55}})
        EXPECT_LE(sources_that_see(header), most) << header;
    EXPECT_GT(sources_that_see("<string>"), 100u) << "nothing was read";
}

}  // namespace
}  // namespace sneddon::testing
