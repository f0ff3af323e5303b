// The code reads in the order of the data: what a room may include is this table, nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "support/source_tree.hpp"

namespace sneddon::testing {
namespace {

using Names = std::set<std::string>;

struct Room {
    Names rooms;  ///< beside itself
    /// First part of <boost/x.hpp>; "system" = any <unistd.h> and what is in standard_system.
    Names libraries = {};
};

/// What the standard library has of the system. Rooms take it from base: threads from
/// ordered_parallel.hpp and threads.hpp, files from files/file_bytes.hpp, programs from
/// programs.hpp.
const Names standard_system = {
    "atomic", "barrier", "condition_variable", "csignal",      "future",     "latch", "locale",
    "mutex",  "random",  "semaphore",          "shared_mutex", "syncstream", "thread"};

const Names core = {"base",    "numeric", "model",   "read",   "segment", "correct", "simulate",
                    "analyse", "study",   "results", "figure", "papers",  "report",  "recipe"};

Names with(Names names, const std::string& more) {
    return names.insert(more), names;
}

const std::map<std::string, Room> table = {
    {"base", {{}, {"fast_float", "openssl", "system", "emmintrin.h"}}},
    {"numeric", {{"base"}, {"boost", "immintrin.h"}}},
    {"model", {{"base"}}},
    {"read", {{"base", "model"}, {"pugixml.hpp", "zlib.h"}}},
    {"segment", {{"base", "numeric", "model"}}},
    {"correct", {{"base", "numeric", "model"}}},
    {"simulate", {{"base", "numeric", "model"}}},
    {"analyse", {{"base", "numeric", "model", "segment", "correct"}}},
    {"study", {{"base", "numeric", "model", "analyse"}}},
    {"results",
     {{"base", "numeric", "model", "analyse", "study"}, {"nlohmann", "toml++", "zlib.h"}}},
    {"figure", {{"base", "model", "results"}}},
    {"papers", {{"base", "model", "study"}}},
    // The methods paragraph says the words that stand beside the enums of the recipe.
    {"report", {{"base", "model", "correct", "analyse", "study", "results", "figure", "papers"}}},
    {"recipe",
     {{"base", "model", "read", "segment", "correct", "analyse", "study", "simulate", "papers"},
      {"toml++"}}},
    {"pipeline", {core}},
    {"tools", {with(core, "pipeline"), {"nlohmann", "hdf5.h"}}},
    {"apps", {with(with(core, "pipeline"), "tools"), {"CLI", "system"}}},
    {"", {}},  // include/sneddon/version.hpp
};

/// Rooms with rooms in them: what each may include of the others beside it. What stands in none of
/// them is common to them, and may include them all.
const std::map<std::string, Names> sub_rooms = {
    {"base/codes", {}},
    {"base/files", {}},
    {"base/posix", {"base/files"}},
    {"base/windows", {"base/files"}},
    {"base/numbers", {}},
    {"numeric/sum", {}},
    {"numeric/elementary", {"numeric/sum"}},
    {"numeric/least_squares", {"numeric/sum", "numeric/elementary"}},
    {"numeric/retardation", {"numeric/sum", "numeric/least_squares"}},
    {"numeric/distribution", {"numeric/sum", "numeric/least_squares", "numeric/resampling"}},
    {"numeric/resampling", {"numeric/sum"}},
    {"numeric/spatial", {"numeric/sum", "numeric/resampling"}},
    {"numeric/mixture/kernel", {"numeric/sum"}},
    {"numeric/mixture",
     {"numeric/sum", "numeric/least_squares", "numeric/resampling", "numeric/mixture/kernel",
      "numeric/mixture/climb", "numeric/mixture/search", "numeric/mixture/shape"}},
    {"numeric/mixture/climb",
     {"numeric/sum", "numeric/least_squares", "numeric/mixture", "numeric/mixture/kernel"}},
    {"numeric/mixture/search",
     {"numeric/sum", "numeric/least_squares", "numeric/mixture", "numeric/mixture/kernel"}},
    // Of numeric/mixture the public headers: points and Gaussian mixtures.
    {"numeric/mixture/shape", {"numeric/sum", "numeric/least_squares", "numeric/mixture"}},
    {"numeric/mixture/family",
     {"numeric/sum", "numeric/least_squares", "numeric/resampling", "numeric/mixture",
      "numeric/mixture/search", "numeric/mixture/shape"}},
    {"read/text", {}},
    {"read/paths", {"read/text", "read/container"}},
    {"read/recognised", {"read/text", "read/container"}},
    {"read/hysitron", {"read/text", "read/recognised", "read/container", "read/container/tdm"}},
    {"read/antonpaar", {"read/text"}},
    {"read/fischer", {"read/text", "read/container"}},
    {"read/micromaterials", {"read/text", "read/container"}},
    {"read/container", {}},  // has never heard of instruments
    {"read/container/tdm", {"read/container"}},
    {"read/container/hdf5", {"read/container"}},
    {"read/kla", {"read/text", "read/container"}},
    {"read/tables", {"read/text", "read/recognised", "read/container"}},
    {"read/hdf5", {"read/text", "read/container", "read/container/hdf5"}},
    {"analyse/calibrate", {"analyse/depth_profile"}},
    {"analyse/creep", {}},
    {"analyse/depth_profile", {}},
    {"analyse/pop_ins", {}},
    {"study/left_out", {}},
    {"study/groups", {"study/left_out"}},
    {"study/compare", {"study/groups"}},
    {"study/clusters", {}},
    {"study/creep", {"study/clusters"}},
    {"study/activation", {"study/creep"}},
    {"study/maps", {}},
    {"study/pop_ins", {}},
    {"study/profiles", {}},
    {"study/checks", {"study/groups", "study/clusters"}},
    {"results/written", {}},
    {"results/tables", {}},
    {"results/curves", {"results/written"}},
    {"results/pop_ins", {"results/written"}},
    {"results/findings", {}},
    {"results/export", {"results/tables", "results/written"}},
    {"report/activation", {}},
    {"report/holds", {}},
    {"report/methods", {}},
    {"report/pop_ins", {}},
    {"report/depth_profiles", {}},
    {"pipeline/outcomes", {}},
    {"pipeline/parts", {"pipeline/outcomes"}},
    {"pipeline/curves", {"pipeline/parts"}},
    {"pipeline/samples", {}},
    {"pipeline/summary", {}},
    {"pipeline/export", {}},
    {"pipeline/tables", {}},
    {"tools/calibration", {}},
    {"tools/convert", {}},
    {"tools/fit", {}},
    {"tools/pages", {"tools/convert"}},
    {"figure/plot", {}},
    {"figure/study", {"figure/plot"}},
};
/// Sub-rooms that know less than their room.
const std::map<std::string, Names> rooms_of_sub_room = {
    {"figure/plot", {"base"}},  // has never heard of indentation
};

/// "src/read/csv.cpp", "include/sneddon/read/csv.hpp" -> "read"; "apps/cli/main.cpp" -> "apps".
std::string room_of(const std::string& path) {
    std::smatch match;
    std::regex_search(path, match, std::regex("^(?:(?:src|include/sneddon)/(\\w+)|(apps))/"));
    return match.str(1) + match.str(2);
}

/// The folder of the source, below src; of a public header, that of the source of its name.
std::string sub_room_of(const std::string& path) {
    const auto room = room_of(path);
    const auto stem = std::filesystem::path(path).stem().string();
    if (path.starts_with("src/")) {
        const auto folder = std::filesystem::path(path).parent_path().generic_string().substr(4);
        return sub_rooms.contains(folder) ? folder : "";
    }
    for (const auto& [name, unused] : sub_rooms)
        if (name.starts_with(room + "/") && exists(source_root / "src" / name / (stem + ".cpp")))
            return name;
    return "";
}

std::string objection_to_library(const Room& rule, const std::string& name) {
    const auto slash = name.find('/');
    const bool is_standard = slash == name.npos && name.find('.') == name.npos;
    if (is_standard && !standard_system.contains(name)) return "";
    const auto first = name.substr(0, slash);
    if (first == "fmt") return "";  // text numbers, everywhere
    const bool is_system = slash == name.npos || first == "sys";
    const bool is_allowed =
        rule.libraries.contains(first) || (is_system && rule.libraries.contains("system"));
    return is_allowed ? "" : "library <" + name + ">";
}

/// Why `path` may not say #include `what`; empty when it may. `what` has its brackets or quotes.
std::string objection(const std::string& path, const std::string& what) {
    const auto room = room_of(path);
    const auto& rule = table.at(room);
    const auto name = what.substr(1, what.size() - 2);
    if (what[0] == '<') return objection_to_library(rule, name);

    const bool is_public = name.starts_with("sneddon/");
    const auto header = (is_public ? "include/" : "src/") + name;
    if (room == "apps" && !is_public)  // of the same folder, or nothing
        return exists(source_root / std::filesystem::path(path).parent_path() / name)
                   ? ""
                   : "private header " + what;
    if (!exists(source_root / header)) return "path " + what;
    if (path.starts_with("include/") && !is_public) return "private header " + what;
    const auto other = room_of(header);
    const auto sub_room = sub_room_of(path), other_sub_room = sub_room_of(header);
    if (other == room) {
        const bool is_allowed = sub_room.empty() || other_sub_room.empty() ||
                                other_sub_room == sub_room ||
                                sub_rooms.at(sub_room).contains(other_sub_room);
        return is_allowed ? "" : "sub-room " + other_sub_room;
    }
    const auto less = rooms_of_sub_room.find(sub_room);
    const auto& rooms = less == rooms_of_sub_room.end() ? rule.rooms : less->second;
    return other.empty() || rooms.contains(other) ? "" : "room " + other;
}

TEST(Includes, FollowTheOrderOfTheData) {
    const std::regex line("(?:^|\n)[ \t]*#[ \t]*include[ \t]*([<\"][^>\"]+[>\"])");
    for (const auto& path : source_files({"src", "include", "apps"})) {
        const auto name = path.generic_string();
        ASSERT_TRUE(table.contains(room_of(name))) << name;
        const auto text = text_of(source_root / path);
        for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
            EXPECT_EQ(objection(name, (*at)[1]), "") << "in " << name;
    }
}

TEST(Includes, AgainstTheOrderAreSeen) {
    EXPECT_EQ(objection("src/numeric/a.cpp", "\"sneddon/model/test.hpp\""), "room model");
    EXPECT_EQ(objection("src/read/a.cpp", "<nlohmann/json.hpp>"), "library <nlohmann/json.hpp>");
    EXPECT_EQ(objection("src/model/a.cpp", "<unistd.h>"), "library <unistd.h>");
    EXPECT_EQ(objection("src/model/a.cpp", "<pugixml.hpp>"), "library <pugixml.hpp>");
    EXPECT_NE(objection("src/model/a.cpp", "\"not_there.hpp\""), "");
    EXPECT_NE(objection("apps/cli/a.cpp", "\"base/random.hpp\""), "");
    EXPECT_NE(objection("include/sneddon/read/a.hpp", "\"base/random.hpp\""), "");
    EXPECT_EQ(objection("src/numeric/sum/a.cpp", "\"numeric/mixture/em.hpp\""),
              "sub-room numeric/mixture");
    EXPECT_EQ(objection("src/figure/plot/a.cpp", "\"sneddon/model/test.hpp\""), "room model");
    EXPECT_EQ(objection("src/numeric/a.cpp", "<boost/math/a.hpp>"), "");
    EXPECT_EQ(objection("src/pipeline/a.cpp", "<thread>"), "library <thread>");
    EXPECT_EQ(objection("src/pipeline/a.cpp", "<sys/wait.h>"), "library <sys/wait.h>");
    EXPECT_EQ(objection("src/base/a.cpp", "<thread>"), "");
    EXPECT_EQ(objection("src/numeric/a.cpp", "<Eigen/Dense>"), "library <Eigen/Dense>");
}

// Every folder of sources is a room or a sub-room of the table, and none is a drawer.
TEST(Includes, EveryFolderIsInTheTableAndHoldsAtMost40Files) {
    std::map<std::string, int> files;
    for (const auto& path : source_files({"src", "include"})) {
        const auto folder = path.parent_path().generic_string();
        ++files[folder];
        if (!folder.starts_with("src/")) continue;
        const auto name = folder.substr(4);
        EXPECT_TRUE(table.contains(name) || sub_rooms.contains(name)) << folder;
    }
    for (const auto& [folder, count] : files) EXPECT_LE(count, 40) << folder;
}

}  // namespace
}  // namespace sneddon::testing
