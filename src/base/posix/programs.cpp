#include "base/programs.hpp"

#include <dlfcn.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "base/files/file_hash.hpp"

namespace sneddon {
namespace {

/// A place in this code: the system tells the file that it was loaded from.
constexpr char place_in_code = 0;

constexpr std::string_view clock_name = "SOURCE_DATE_EPOCH=";
constexpr int not_found_status = 127;  // of a shell and of posix_spawnp alike (POSIX.1-2017)

std::vector<char*> environment_with(std::string& clock) {
    std::vector<char*> environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (!std::string_view(*entry).starts_with(clock_name)) environment.push_back(*entry);
    environment.push_back(clock.data());
    environment.push_back(nullptr);
    return environment;
}

ProgramEnd end_of(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return ProgramEnd::failed;
    if (!WIFEXITED(status)) return ProgramEnd::failed;
    if (WEXITSTATUS(status) == not_found_status) return ProgramEnd::not_found;
    return WEXITSTATUS(status) == 0 ? ProgramEnd::done : ProgramEnd::failed;
}

}  // namespace

ProgramEnd run_program(const std::string& program, std::vector<std::string> words) {
    words.insert(words.begin(), program);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::string clock = std::string(clock_name) + "0";
    const std::vector<char*> environment = environment_with(clock);

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    for (const int stream : {0, 1, 2})
        posix_spawn_file_actions_addopen(&files, stream, "/dev/null", stream == 0 ? 0 : 1, 0);
    pid_t child = 0;
    const int error = posix_spawnp(&child, program.c_str(), &files, nullptr, arguments.data(),
                                   environment.data());
    posix_spawn_file_actions_destroy(&files);
    return error == 0 ? end_of(child) : ProgramEnd::not_found;
}

std::string number_of_this_program() {
    return std::to_string(::getpid());
}

std::string sha256_of_this_program() {
    Dl_info found{};
    const bool is_library = ::dladdr(&place_in_code, &found) != 0 && found.dli_fname != nullptr &&
                            std::string_view(found.dli_fname).find(".so") != std::string_view::npos;
    return sha256_of_file(is_library ? found.dli_fname : "/proc/self/exe");
}

}  // namespace sneddon
