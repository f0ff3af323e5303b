// Colours: on a terminal only, and not against the user's word.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// What the program prints when it believes that a person looks.
std::string on_terminal(const std::vector<std::string>& args, const char* no_colour) {
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        if (no_colour != nullptr)
            setenv("NO_COLOR", no_colour, 1);
        else
            unsetenv("NO_COLOR");
        std::vector<std::string> words = {std::string(testing::program_folder) + "/sneddon"};
        words.insert(words.end(), args.begin(), args.end());
        std::vector<char*> argv;
        for (std::string& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        execv(argv[0], argv.data());
        _exit(127);
    }
    std::string text;
    char buffer[4096];
    for (ssize_t n = 0; (n = read(terminal, buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(n));
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    return text;
}

TEST(Terminal, RefusalsAreColouredUnlessTheUserSaysNo) {
    const TemporaryFolder folder;
    const std::string empty = folder.write("empty.txt", "");
    EXPECT_THAT(on_terminal({"look", empty}, nullptr), HasSubstr("\x1b[31m  refused"));
    EXPECT_THAT(on_terminal({"look", empty}, ""), HasSubstr("\x1b[31m")) << "empty is not set";
    const auto without = on_terminal({"look", empty}, "1");
    EXPECT_THAT(without, HasSubstr("  refused"));
    EXPECT_THAT(without, Not(HasSubstr("\x1b[")));
    EXPECT_THAT(on_terminal({"look", empty, "--no-color"}, nullptr), Not(HasSubstr("\x1b[")));
}

}  // namespace
}  // namespace sneddon::testing
