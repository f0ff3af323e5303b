#include "../system.hpp"

#include <malloc.h>
#include <signal.h>
#include <unistd.h>

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

sigset_t stopping_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

}  // namespace

void prepare_process() {
    keep_freed_memory();
    hear_of_file_limit_as_error();
}

std::vector<std::string> words_of(int argc, char** argv) {
    return {argv + 1, argv + argc};
}

bool is_terminal(Stream stream) {
    return isatty(stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO) == 1;
}

void hold_stop_requests() {
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

int next_stop_request() {
    const sigset_t signals = stopping_signals();
    int which = 0;
    return sigwait(&signals, &which) == 0 ? which : 0;
}

int next_stop_request(std::chrono::milliseconds patience) {
    const sigset_t signals = stopping_signals();
    const timespec time = {patience.count() / 1000, patience.count() % 1000 * 1'000'000};
    const int which = sigtimedwait(&signals, nullptr, &time);
    return which > 0 ? which : 0;
}

void request_stop() {
    kill(getpid(), SIGTERM);
}

void let_go_of_stop_requests() {
    while (next_stop_request(std::chrono::milliseconds(0)) != 0) continue;
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace sneddon::cli
