#include <exception>
#include <iostream>
#include <new>
#include <string_view>
#include <system_error>

#include "program.hpp"
#include "system.hpp"

namespace sneddon::cli {
namespace {

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
    sneddon::cli::prepare_process();
    std::ios::sync_with_stdio(false);
    ExitCode end = ExitCode::bug;
    try {
        end = sneddon::cli::execute_program(sneddon::cli::words_of(argc, argv));
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
