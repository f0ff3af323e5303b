#include "stop_on_signal.hpp"

#include <signal.h>

#include <cstdlib>

#include "exit_code.hpp"

namespace sneddon::cli {
namespace {

// A thread that waits, and no handler: inside a handler hardly anything may be called.
sigset_t stopping_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

}  // namespace

StopOnSignal::StopOnSignal() {
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiter_ = std::thread([this] { wait_for_signals(); });
}

StopOnSignal::~StopOnSignal() {
    is_over_ = true;
    pthread_kill(waiter_.native_handle(), SIGTERM);  // only to wake it
    waiter_.join();
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void StopOnSignal::wait_for_signals() {
    const sigset_t signals = stopping_signals();
    for (;;) {
        int which = 0;
        if (sigwait(&signals, &which) != 0) return;
        if (is_over_) return;
        if (source_.stop_requested()) std::_Exit(static_cast<int>(ExitCode::stopped));
        source_.request_stop();
    }
}

}  // namespace sneddon::cli
