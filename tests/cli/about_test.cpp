// What the program says of itself: version, help of a command, manual pages, completion.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>
#include <sstream>

#include "sneddon/version.hpp"
#include "support/program.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

const std::vector<Words> some_commands = {{"run"},
                                          {"look"},
                                          {"fit"},
                                          {"fit", "mixture"},
                                          {"fit", "creep-law"},
                                          {"calibrate", "area"},
                                          {"simulate"},
                                          {"completion"}};

class About : public ::testing::Test {
  protected:
    Ending run(const Words& args) { return sneddon(folder_, args); }

    std::string help_of(Words path) {
        path.emplace_back("-h");
        return run(path).out;
    }

    /// "--out", "--recipe", ... of a help.
    static Words long_options(const std::string& help) {
        const std::regex option("\n  (?:-[a-z],)?(--[a-z-]+)");
        Words found;
        for (auto at = std::sregex_iterator(help.begin(), help.end(), option);
             at != std::sregex_iterator(); ++at)
            found.push_back((*at)[1]);
        return found;
    }

    /// What a shell's line answers; nothing is told where the shell is not installed.
    std::string answer(const std::string& line) {
        const std::filesystem::path file = folder_.path() / "answer";
        EXPECT_EQ(std::system((line + " >" + file.string() + " 2>&1").c_str()), 0) << line;
        return file_text(file);
    }

    /// What bash offers for the last of the words.
    std::string offered(const std::string& words, int count) {
        const std::string script = folder_.write("completion", run({"completion", "bash"}).out);
        return answer("bash -c '. " + script + "; COMP_WORDS=(" + words + "); COMP_CWORD=" +
                      std::to_string(count - 1) + "; _sneddon; echo \"${COMPREPLY[@]}\"'");
    }

    TemporaryFolder folder_;
};

bool is_installed(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
}

TEST_F(About, HelpOfACommandIsWhatItsOptionSays) {
    for (const Words& path : some_commands) {
        Words args = {"help"};
        args.insert(args.end(), path.begin(), path.end());
        const auto end = run(args);
        EXPECT_EQ(end.code, 0);
        EXPECT_EQ(end.out, help_of(path));
    }
    EXPECT_EQ(run({"help"}).out, run({"-h"}).out);
}

TEST_F(About, HelpOfNoCommandNamesTheNearest) {
    const auto end = run({"help", "fit", "mixtur"});
    EXPECT_EQ(end.code, 2);
    EXPECT_EQ(end.out, "");
    EXPECT_THAT(end.err, HasSubstr("unknown command mixtur; did you mean mixture?"));
}

TEST_F(About, HelpSpeaksNoWordOfTheLibraryOfOptions) {
    for (const Words& path : some_commands) {
        const std::string help = help_of(path);
        for (const char* leak : {"UINT", "INT in", "FLOAT", " in ["})
            EXPECT_THAT(help, Not(HasSubstr(leak)));
    }
    EXPECT_THAT(help_of({"simulate"}), HasSubstr("1 to 2000"));
}

TEST_F(About, VersionTellsTheBuildWhenAsked) {
    const std::string line = "sneddon " + std::string(version) + "\n";
    EXPECT_EQ(run({"version"}).out, line);
    const std::string page = run({"version", "--verbose"}).out;
    EXPECT_THAT(page, StartsWith(line));
    for (const char* what : {"compiler", "fmt", "HDF5", "mixtures use", "threads"})
        EXPECT_THAT(page, HasSubstr(what));
}

// Every library that scripts/deps installs to build is named with its licence.
TEST_F(About, LicencesNameEveryLibrary) {
    const std::string json = run({"licences", "--json"}).out;
    const std::string script = (std::filesystem::path(source_folder) / "scripts/deps").string();
    std::istringstream packages(answer(script + " --list build"));
    int libraries = 0;
    for (std::string package; packages >> package;) {
        if (!package.ends_with("-dev")) continue;
        EXPECT_THAT(json, HasSubstr("\"package\": \"" + package + "\""));
        ++libraries;
    }
    EXPECT_GE(libraries, 10);
    EXPECT_THAT(run({"licences"}).out, HasSubstr("MIT licence"));
}

TEST_F(About, EveryCommandHasAManualPageWithItsOptions) {
    const std::filesystem::path pages = folder_.path() / "man1";
    ASSERT_EQ(run({"help", "--man-pages", pages.string()}).code, 0);
    for (const Words& path : some_commands) {
        std::string name = "sneddon";
        for (const std::string& word : path) name += "-" + word;
        const std::string page = file_text(pages / (name + ".1"));
        EXPECT_THAT(page, StartsWith(".TH SNEDDON-"));
        for (const std::string& option : long_options(help_of(path)))
            EXPECT_THAT(page, HasSubstr(std::regex_replace(option, std::regex("-"), "\\-")));
    }
    if (!is_installed("groff")) GTEST_SKIP() << "no groff";
    for (const auto& page : std::filesystem::directory_iterator(pages))
        EXPECT_THAT(answer("groff -man -ww -z " + page.path().string()), IsEmpty());
}

TEST_F(About, EveryShellKnowsEveryOption) {
    for (const char* shell : {"bash", "zsh", "fish", "powershell"}) {
        const auto end = run({"completion", shell});
        EXPECT_EQ(end.code, 0);
        for (const Words& path : some_commands)
            for (const std::string& option : long_options(help_of(path))) {
                const bool is_fish = std::string(shell) == "fish";
                EXPECT_THAT(end.out, HasSubstr(is_fish ? "-l " + option.substr(2) : option));
            }
        const bool is_checked = std::string(shell) != "powershell" && is_installed(shell);
        const std::string script = folder_.write("script", end.out);
        if (is_checked) {
            EXPECT_THAT(answer(shell + std::string(" -n ") + script), IsEmpty());
        }
    }
    const auto unknown = run({"completion", "ksh"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.err, HasSubstr("bash, zsh, fish or powershell"));
}

TEST_F(About, BashCompletesCommandsOptionsAndFiles) {
    EXPECT_EQ(offered("sneddon calib", 2), "calibrate\n");
    EXPECT_EQ(offered("sneddon run --are", 3), "--area-function\n");
    EXPECT_EQ(offered("sneddon fit mix", 3), "mixture\n");
    EXPECT_EQ(offered("sneddon fit mixture --fam", 4), "--family\n");
    folder_.write("curves of today.txt", "");
    EXPECT_EQ(offered("sneddon run " + folder_.path().string() + "/curv", 3),
              folder_.path().string() + "/curves of today.txt\n");
}

}  // namespace
}  // namespace sneddon::testing
