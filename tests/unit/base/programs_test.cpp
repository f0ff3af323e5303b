#include "base/programs.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

TEST(RunProgram, EndsAsTheProgramDoes) {
    EXPECT_EQ(run_program("true", {}), ProgramEnd::done);
    EXPECT_EQ(run_program("false", {}), ProgramEnd::failed);
    EXPECT_EQ(run_program("no-such-program-anywhere", {}), ProgramEnd::not_found);
    EXPECT_EQ(run_program("sh", {"-c", "kill $$"}), ProgramEnd::failed);
}

TEST(RunProgram, NoShellReadsTheWords) {
    const testing::TemporaryFolder folder;
    const auto name = folder.path() / "a $(touch x); 'b' \"c\"";
    ASSERT_EQ(run_program("touch", {name.string()}), ProgramEnd::done);
    EXPECT_TRUE(std::filesystem::exists(name));
    EXPECT_FALSE(std::filesystem::exists("x"));
}

TEST(RunProgram, TheClockStands) {
    const std::string check = "test \"$SOURCE_DATE_EPOCH\" = 0";
    EXPECT_EQ(run_program("sh", {"-c", check}), ProgramEnd::done);
}

TEST(NumberOfThisProgram, IsOne) {
    EXPECT_EQ(number_of_this_program(), number_of_this_program());
    EXPECT_EQ(number_of_this_program().find_first_not_of("0123456789"), std::string::npos);
}

}  // namespace
}  // namespace sneddon
