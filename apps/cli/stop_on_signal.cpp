#include "stop_on_signal.hpp"

#include <signal.h>

#include <atomic>
#include <cstdlib>
#include <thread>

#include "exit_code.hpp"

namespace sneddon::cli {
namespace {

sigset_t stopping_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

}  // namespace

// A thread that waits, and no handler: inside a handler hardly anything may be called.
struct StopOnSignal::Waiter {
    std::atomic<bool> is_asked = false, is_over = false;
    std::thread thread = std::thread([this] { wait(); });

    void wait() {
        const sigset_t signals = stopping_signals();
        for (;;) {
            int which = 0;
            if (sigwait(&signals, &which) != 0) return;
            if (is_over) return;
            if (is_asked) std::_Exit(static_cast<int>(ExitCode::stopped));
            is_asked = true;
        }
    }
};

StopOnSignal::StopOnSignal() {
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiter_ = std::make_unique<Waiter>();
}

StopOnSignal::~StopOnSignal() {
    waiter_->is_over = true;
    pthread_kill(waiter_->thread.native_handle(), SIGTERM);  // only to wake it
    waiter_->thread.join();
    const sigset_t signals = stopping_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

Stop StopOnSignal::stop() const {
    return Stop(waiter_->is_asked);
}

}  // namespace sneddon::cli
