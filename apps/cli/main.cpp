#include <malloc.h>
#include <signal.h>

#include <exception>
#include <iostream>
#include <new>
#include <string_view>
#include <system_error>

#include "program.hpp"

namespace sneddon::cli {
namespace {

/// Columns of some 100 kB come and go by the thousand. Given back to the system each time, they
/// would have to be cleared anew page by page.
void keep_freed_memory() {
    // NOLINTBEGIN(concurrency-mt-unsafe): before the first thread
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    // NOLINTEND(concurrency-mt-unsafe)
}

/// A file larger than `ulimit -f` is then an error of writing it, as a full disk is.
void hear_of_file_limit_as_error() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &ignore, nullptr);
}

/// Asks for no memory itself.
ExitCode tell_out_of_memory() {
    constexpr std::string_view code = "SND-U131";
    std::cerr << "sneddon: there is not enough memory for this; give fewer files, run with "
                 "--threads 1, or allow more memory ["
              << code << "]\n";
    return ExitCode::output_not_writable;
}

}  // namespace
}  // namespace sneddon::cli

int main(int argc, char** argv) {
    using sneddon::cli::ExitCode;
    sneddon::cli::keep_freed_memory();
    sneddon::cli::hear_of_file_limit_as_error();
    std::ios::sync_with_stdio(false);
    ExitCode end = ExitCode::bug;
    try {
        end = sneddon::cli::execute_program({argv + 1, argv + argc});
    } catch (const std::bad_alloc&) {
        end = sneddon::cli::tell_out_of_memory();
    } catch (const std::system_error&) {  // no thread: the stack of one found no memory
        end = sneddon::cli::tell_out_of_memory();
    } catch (const std::exception& bug) {
        std::cerr << "sneddon: this is a bug: " << bug.what() << '\n';
    }
    // A full disk behind `> results.json` shows only here.
    std::cout.flush();
    if (!std::cout && end == ExitCode::done) {
        std::cerr << "sneddon: standard output could not be written\n";
        end = ExitCode::output_not_writable;
    }
    return static_cast<int>(end);
}
