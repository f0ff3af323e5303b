// Help, version, misspelt words: what a user meets before any file is read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sneddon/version.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Usage : public ::testing::Test {
  protected:
    Ending run(const std::vector<std::string>& args) { return sneddon(folder_, args); }
    TemporaryFolder folder_;
};

TEST_F(Usage, VersionIsOneLineOnStdout) {
    const auto end = run({"--version"});
    EXPECT_EQ(end.code, 0);
    EXPECT_EQ(end.out, "sneddon " + std::string(version) + "\n");
    EXPECT_EQ(end.err, "");
}

TEST_F(Usage, HelpBeginsWithExamples) {
    for (const std::vector<std::string>& args : {std::vector<std::string>{},
                                                 {"-h"},
                                                 {"--help"},
                                                 {"run", "-h"},
                                                 {"look", "-h"},
                                                 {"show", "-h"},
                                                 {"explain", "-h"},
                                                 {"recipe", "-h"}}) {
        const auto end = run(args);
        EXPECT_EQ(end.code, 0);
        EXPECT_EQ(end.err, "");
        EXPECT_LT(end.out.find("Examples:"), end.out.find("Options:"));
    }
}

TEST_F(Usage, HelpOfRunNamesEveryOption) {
    const auto end = run({"run", "-h"});
    for (const char* option :
         {"--out", "--recipe", "--profile", "--set", "--area-function", "--poisson", "--unit",
          "--group-by", "--threads", "--json", "--strict", "--force", "--quiet", "--no-color"})
        EXPECT_THAT(end.out, HasSubstr(option));
}

TEST_F(Usage, AMisspeltCommandIsAnsweredWithTheNearest) {
    const auto end = run({"shwo", "a.txt"});
    EXPECT_EQ(end.code, 2);
    EXPECT_EQ(end.out, "");
    EXPECT_EQ(end.err, "sneddon: unknown command or file shwo; did you mean show? [SND-U001]\n");
    EXPECT_THAT(run({"recipe", "chek"}).err, HasSubstr("did you mean check?"));
}

TEST_F(Usage, AMisspeltOptionIsAnsweredWithTheNearest) {
    folder_.write("a.txt", "");
    const auto end = run({"run", "a.txt", "--profil", "sneddon"});
    EXPECT_EQ(end.code, 2);
    EXPECT_THAT(end.err, HasSubstr("unknown option --profil; did you mean --profile? [SND-U001]"));
    EXPECT_THAT(run({"run", "a.txt", "--poison=0.3"}).err, HasSubstr("did you mean --poisson?"));
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "out"));
}

TEST_F(Usage, MisspeltProfilesKeysWordsAndUnitsAreAnsweredWithTheNearest) {
    folder_.write("a.txt", "");
    const auto err_of = [&](const std::string& option, const std::string& value) {
        const auto end = run({"run", "a.txt", option, value});
        EXPECT_EQ(end.code, 2) << end.err;
        EXPECT_FALSE(std::filesystem::exists(folder_.path() / "out"));
        return end.err;
    };
    EXPECT_THAT(err_of("--profile", "tribscan"), HasSubstr("did you mean \"triboscan\"?"));
    EXPECT_THAT(err_of("--set", "unloading.window_hihg=0.9"),
                HasSubstr("did you mean \"unloading.window_high\"?"));
    EXPECT_THAT(err_of("--set", "peak.load=last-of-holds"), HasSubstr("\"last-of-hold\""));
    EXPECT_THAT(err_of("--group-by", "folders"), HasSubstr("did you mean \"folder\"?"));
    EXPECT_THAT(err_of("--unit", "laod=uN"), HasSubstr("did you mean \"units.load\"?"));
    EXPECT_THAT(err_of("--area-function", "ideall"), HasSubstr("did you mean \"ideal\"?"));
}

TEST_F(Usage, ArgumentsThatCannotBeTakenApartAreNamed) {
    folder_.write("a.txt", "");
    for (const std::vector<std::string>& args : {std::vector<std::string>{"run"},
                                                 {"run", "a.txt", "--set", "beta"},
                                                 {"run", "a.txt", "--set", "=1"},
                                                 {"run", "a.txt", "--unit", "load="},
                                                 {"run", "a.txt", "-j", "many"},
                                                 {"run", "a.txt", "--poisson", "0,3"},
                                                 {"recipe"}}) {
        const auto end = run(args);
        EXPECT_EQ(end.code, 2);
        EXPECT_THAT(end.err, HasSubstr("[SND-U008]"));
        EXPECT_EQ(end.out, "");
    }
}

TEST_F(Usage, MessagesHoldNoColourWhenTheyGoToAFile) {
    EXPECT_THAT(run({"explain", "--all"}).out, Not(HasSubstr("\x1b[")));
    EXPECT_THAT(run({"explain", "x"}).err, Not(HasSubstr("\x1b[")));
}

}  // namespace
}  // namespace sneddon::testing
