// The built program, run as a user runs it.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/places.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon::testing {

struct Ending {
    int code = -1;  ///< exit code; -signal when a signal ended it
    std::string out, err;
};

/// Starts the program in `folder`, with stdin from a file ("" = nothing) and stdout and stderr to
/// files: no pipe can fill up. Gives the process's id.
inline pid_t start(const TemporaryFolder& folder, const std::vector<std::string>& args,
                   const std::string& input = "") {
    const std::string in = folder.write(".stdin", input);
    const std::string out = folder.write(".stdout", ""), err = folder.write(".stderr", "");
    std::vector<std::string> words = {std::string(program_folder) + "/sneddon"};
    words.insert(words.end(), args.begin(), args.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0) return child;
    const auto redirect = [](const std::string& file, int flags, int to) {
        if (dup2(open(file.c_str(), flags), to) < 0) _exit(127);
    };
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY, STDOUT_FILENO);
    redirect(err, O_WRONLY, STDERR_FILENO);
    if (chdir(folder.path().c_str()) != 0) _exit(127);
    execv(argv[0], argv.data());
    _exit(127);
}

inline Ending wait_for(const TemporaryFolder& folder, pid_t child) {
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    Ending end;
    end.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    end.out = file_text(folder.path() / ".stdout");
    end.err = file_text(folder.path() / ".stderr");
    return end;
}

inline Ending sneddon(const TemporaryFolder& folder, const std::vector<std::string>& args,
                      const std::string& input = "") {
    return wait_for(folder, start(folder, args, input));
}

}  // namespace sneddon::testing
