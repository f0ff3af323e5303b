#include "long_work.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

namespace sneddon::python {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 50ms;
constexpr auto patience = 700ms;  ///< with what Python does after it: within a second

/// Threads whose caller went on without them. They are waited for before the program ends, as they
/// may be in the midst of a file.
class LeftBehind {
  public:
    void add(std::thread thread) {
        const std::lock_guard lock(mutex_);
        threads_.push_back(std::move(thread));
    }
    void join() {
        const std::lock_guard lock(mutex_);
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

  private:
    std::mutex mutex_;
    std::vector<std::thread> threads_;
};

LeftBehind& left_behind() {
    static auto& threads = *new LeftBehind;  // never destroyed: a thread may outlive the rest
    return threads;
}

/// Without the GIL. True when the work is over.
bool wait(Job& job, std::chrono::milliseconds most) {
    const nb::gil_scoped_release released;
    std::unique_lock lock(job.mutex);
    return job.changed.wait_for(lock, most, [&] { return job.is_over; });
}

/// Raises what a signal or the caller's function raised.
void look_up(const Job& job, const nb::object& on_progress) {
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
    if (!on_progress.is_none() && job.total > 0) on_progress(job.done.load(), job.total.load());
}

}  // namespace

Progress Job::progress() {
    Progress progress;
    progress.report = [this](std::size_t d, std::size_t t) {
        done = d;
        total = t;
    };
    progress.stop = Stop(is_stop_asked);
    return progress;
}

void work_and_wait(const std::shared_ptr<Job>& job, std::function<void()> work,
                   const nb::object& on_progress) {
    std::thread thread([job, work = std::move(work)] {
        work();
        const std::lock_guard lock(job->mutex);
        job->is_over = true;
        job->changed.notify_all();
    });
    try {
        while (!wait(*job, between_looks)) look_up(*job, on_progress);
        thread.join();
        look_up(*job, on_progress);
    } catch (...) {
        job->is_stop_asked = true;
        if (thread.joinable()) {
            if (wait(*job, patience))
                thread.join();
            else
                left_behind().add(std::move(thread));
        }
        throw;
    }
}

void bind_long_work(nb::module_& module) {
    module.def(
        "join_left_behind", [] { left_behind().join(); }, nb::call_guard<nb::gil_scoped_release>(),
        "Waits for work that was stopped and had not heard it yet.");
}

}  // namespace sneddon::python
