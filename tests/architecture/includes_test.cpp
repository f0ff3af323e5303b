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
    Names rooms;      ///< beside itself
    Names libraries;  ///< first part of <Eigen/Dense>; "system" = any <unistd.h>
};

const Names all = {"base",     "numeric", "model", "read",   "segment", "correct",
                   "simulate", "analyse", "study", "figure", "report",  "pipeline"};

const std::map<std::string, Room> table = {
    {"base", {{}, {"fast_float", "openssl", "system"}}},
    {"numeric", {{"base"}, {"Eigen", "boost", "immintrin.h"}}},
    {"model", {{"base"}, {}}},
    {"read", {{"base", "model"}, {}}},
    {"segment", {{"base", "numeric", "model"}, {}}},
    {"correct", {{"base", "numeric", "model"}, {}}},
    {"simulate", {{"base", "numeric", "model"}, {}}},
    {"analyse", {{"base", "numeric", "model", "segment", "correct"}, {}}},
    {"study", {{"base", "numeric", "model", "analyse"}, {}}},
    {"figure", {{"base", "numeric", "model", "analyse", "study"}, {"nlohmann"}}},
    {"report",
     {{"base", "numeric", "model", "segment", "correct", "analyse", "study", "figure"},
      {"nlohmann", "toml++"}}},
    {"pipeline", {all, {"nlohmann", "toml++", "system"}}},
    {"apps", {all, {"CLI", "system"}}},
    {"", {}},  // include/sneddon/version.hpp
};

/// "src/read/csv.cpp", "include/sneddon/read/csv.hpp" -> "read"; "apps/cli/main.cpp" -> "apps".
std::string room_of(const std::string& path) {
    std::smatch match;
    std::regex_search(path, match, std::regex("^(?:(?:src|include/sneddon)/(\\w+)|(apps))/"));
    return match.str(1) + match.str(2);
}

/// Why `path` may not say #include `what`; empty when it may. `what` has its brackets or quotes.
std::string objection(const std::string& path, const std::string& what) {
    const auto room = room_of(path);
    const auto& rule = table.at(room);
    const auto name = what.substr(1, what.size() - 2);
    const auto slash = name.find('/');
    const auto first = name.substr(0, slash);
    if (what[0] == '<') {
        if (slash == name.npos && !name.ends_with(".h")) return "";  // the standard library
        if (first == "fmt") return "";                               // text numbers, everywhere
        const bool is_system = slash == name.npos || first == "sys";
        const bool is_allowed =
            rule.libraries.contains(first) || (is_system && rule.libraries.contains("system"));
        return is_allowed ? "" : "library " + what;
    }
    if (slash == name.npos)  // private: of the same folder only
        return exists(source_root / std::filesystem::path(path).parent_path() / name)
                   ? ""
                   : "private header of another room " + what;
    if (first != "sneddon") return "path " + what;
    const auto other = room_of("include/" + name);
    if (other.empty() || other == room || rule.rooms.contains(other)) return "";
    return "room " + other;
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
    EXPECT_NE(objection("src/model/a.cpp", "\"not_there.hpp\""), "");
    EXPECT_NE(objection("apps/cli/a.cpp", "\"../../src/read/a.hpp\""), "");
    EXPECT_EQ(objection("src/numeric/a.cpp", "<Eigen/Dense>"), "");
}

}  // namespace
}  // namespace sneddon::testing
