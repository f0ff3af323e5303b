// Work that takes long, off the thread of its caller: Python stays awake, Ctrl-C is heard.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "bindings.hpp"
#include "sneddon/base/progress.hpp"

namespace sneddon::python {

/// Shared by the caller and the thread that works: whoever is last takes it away.
struct Job {
    std::atomic<bool> is_stop_asked = false;
    std::atomic<std::size_t> done = 0, total = 0;

    std::mutex mutex;
    std::condition_variable changed;
    bool is_over = false;  ///< under the mutex

    Progress progress();
};

/// Starts `work` on a thread and waits for it, looking for signals 20 times a second and telling
/// `on_progress(done, total)` (None: nobody). Ctrl-C, or an exception of on_progress, asks the work
/// to stop and is raised within a second: work that has not heard it by then goes on to its next
/// look at the flag behind the caller's back, and what it makes is thrown away. Needs the GIL.
void work_and_wait(const std::shared_ptr<Job>& job, std::function<void()> work,
                   const nb::object& on_progress);

/// The value of `work(progress)`, or sneddon.Error.
template <class T, class Work>
T done_in_background(Work work, const nb::object& on_progress) {
    const auto job = std::make_shared<Job>();
    const auto result = std::make_shared<std::optional<Result<T>>>();
    work_and_wait(
        job, [job, result, work] { result->emplace(work(job->progress())); }, on_progress);
    return value_or_raise(std::move(**result));
}

}  // namespace sneddon::python
