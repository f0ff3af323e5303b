#include "stop_on_signal.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

#include "exit_code.hpp"
#include "system.hpp"

namespace sneddon::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds patience{500};  ///< for work that asks now and then

ExitCode end_by(int signal) {
    return signal == SIGTERM ? ExitCode::terminated : ExitCode::stopped;
}

/// Other threads still write into it: what they made meanwhile goes in the next round.
void take_away(const fs::path& folder) {
    constexpr int rounds = 20;
    std::error_code trouble;
    for (int i = 0; i < rounds && fs::exists(folder, trouble); ++i) fs::remove_all(folder, trouble);
}

}  // namespace

// A thread that waits, and no handler: inside a handler hardly anything may be called.
struct StopOnSignal::Waiter {
    std::atomic<bool> is_asked = false, is_over = false;
    std::atomic<int> signal = 0;
    std::mutex mutex;           ///< of what follows: a commit and an end exclude each other
    fs::path unfinished;        ///< empty when nothing is being written
    bool is_finishing = false;  ///< results take their place or have it
    std::thread thread = std::thread([this] { wait(); });

    void wait() {
        const int which = next_stop_request();
        if (which == 0 || is_over) return;
        ask(which);
        for (;;) {
            const bool is_second = next_stop_request(patience) != 0;
            if (is_over) return;
            end_program(is_second);
        }
    }

    void ask(int which) {
        const std::lock_guard lock(mutex);
        signal = which;
        is_asked = true;
    }

    void end_program(bool is_second) {
        const std::lock_guard lock(mutex);
        if (is_finishing && !is_second) return;
        if (!unfinished.empty() && !is_finishing) take_away(unfinished);
        if (!is_finishing) cli::fail({"SND-U130", "", "stopped", "", ""});
        std::_Exit(static_cast<int>(end_by(signal)));
    }

    void begin(const fs::path& folder) {
        const std::lock_guard lock(mutex);
        unfinished = folder;
        is_finishing = false;
    }

    bool may_finish() {
        const std::lock_guard lock(mutex);
        is_finishing = !is_asked;
        return is_finishing;
    }
};

StopOnSignal::StopOnSignal() {
    hold_stop_requests();
    waiter_ = std::make_unique<Waiter>();
}

StopOnSignal::~StopOnSignal() {
    waiter_->is_over = true;
    request_stop();
    waiter_->thread.join();
    // One that came after results had taken their place is too late to stop anything.
    let_go_of_stop_requests();
}

Stop StopOnSignal::stop() const {
    return Stop(waiter_->is_asked);
}

Progress StopOnSignal::guarded(Progress progress) const {
    progress.stop = stop();
    progress.begins = [this](const fs::path& folder) { waiter_->begin(folder); };
    progress.may_finish = [this] { return waiter_->may_finish(); };
    return progress;
}

ExitCode StopOnSignal::fail(const Error& error) const {
    return ended(cli::fail(error));
}

ExitCode StopOnSignal::ended(ExitCode end) const {
    return end == ExitCode::stopped ? end_by(waiter_->signal) : end;
}

}  // namespace sneddon::cli
