#include "model/steady_time.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/numbers/selection.hpp"

namespace sneddon {
namespace {

constexpr double far = 10;  // usual steps: beyond what SND-A024 calls a gap
// A few rows of one time are what some instruments write: at the border of two segments, or now and
// then where the step of the clock is near to its last digit. They do no harm.
constexpr double few_repeated = 0.01;
constexpr double most_in_pairs = 0.25;
constexpr std::size_t pair = 2;

/// The steps forward.
std::vector<double> rises_of(const std::vector<double>& time_s) {
    std::vector<double> rises(time_s.size());
    std::size_t count = 0;
    for (std::size_t i = 1; i < time_s.size(); ++i) {
        const double rise = time_s[i] - time_s[i - 1];
        rises[count] = rise;
        count += static_cast<std::size_t>(rise > 0);
    }
    rises.resize(count);
    return rises;
}

/// Median of the steps forward; 0 where there is none.
double usual_step_s(const std::vector<double>& rises) {
    return rises.empty() ? 0 : value_of_rank(rises, rises.size() / 2);
}

/// The last time has one neighbour only: it is wrong when it alone outlasts the whole record.
bool is_last_lone(const std::vector<double>& time_s, double far_s) {
    const double before_s = time_s[time_s.size() - 2];
    return std::abs(time_s.back() - before_s) > std::max(before_s - time_s.front(), far_s);
}

void note_lone(double time_s, TimeRepair& repair) {
    if (repair.lone++ == 0) repair.first_lone_s = time_s;
}

void mend_lone_times(std::vector<double>& time_s, TimeRepair& repair) {
    const double far_s = far * repair.step_s;
    for (std::size_t i = 1; i + 1 < time_s.size(); ++i) {
        const double before = time_s[i - 1], after = time_s[i + 1];
        const bool do_neighbours_follow = after >= before && after - before < far_s;
        const double distance = std::max(before - time_s[i], time_s[i] - after);
        if (!do_neighbours_follow || !(distance > far_s)) continue;
        note_lone(time_s[i], repair);
        time_s[i] = before + (after - before) / 2;
    }
    if (!is_last_lone(time_s, far_s)) return;
    note_lone(time_s.back(), repair);
    time_s.back() = time_s[time_s.size() - 2] + repair.step_s;
}

struct Repeats {
    std::size_t begin, end;  // points of one time
    std::size_t size() const { return end - begin; }
};

std::vector<Repeats> find_repeats(const std::vector<double>& time_s) {
    std::vector<Repeats> found;
    for (std::size_t i = 0; i < time_s.size(); ++i) {
        if (i > 0 && time_s[i] == time_s[i - 1])
            found.back().end = i + 1;
        else
            found.push_back({i, i + 1});
    }
    return found;
}

/// Half way from the time at `from` to that at `to`, where the times rise there; else no way.
double half_way_s(const std::vector<double>& time_s, std::size_t from, std::size_t to) {
    const double distance = time_s[to] - time_s[from];
    return (to > from ? distance > 0 : distance < 0) ? distance / 2 : 0;
}

void spread(const std::vector<double>& written_s, const Repeats& group, double step_s,
            std::vector<double>& time_s) {
    const double at = written_s[group.begin];
    const auto n = static_cast<double>(group.size());
    // At an end of the record the interval is open: as wide as on the other side.
    double before = group.begin > 0 ? half_way_s(written_s, group.begin, group.begin - 1) : 0;
    double after = group.end < written_s.size() ? half_way_s(written_s, group.begin, group.end) : 0;
    if (group.begin == 0) before = -std::min(step_s / 2, std::max(after, 0.0));
    if (group.end == written_s.size()) after = std::min(step_s / 2, -before);
    for (std::size_t i = group.begin; i < group.end; ++i) {
        const double share = (static_cast<double>(i - group.begin) + 0.5) / n;
        time_s[i] = at + before + share * (after - before);
    }
}

void count_repeats(const std::vector<double>& time_s, TimeRepair& repair) {
    std::size_t in_a_row = 1;
    repair.longest = 1;
    for (std::size_t i = 1; i < time_s.size(); ++i) {
        const bool is_repeated = time_s[i] == time_s[i - 1];
        repair.repeated += static_cast<std::size_t>(is_repeated);
        in_a_row = is_repeated ? in_a_row + 1 : 1;
        repair.longest = std::max(repair.longest, in_a_row);
    }
}

void spread_repeats(std::vector<double>& time_s, TimeRepair& repair) {
    count_repeats(time_s, repair);
    const double share = static_cast<double>(repair.repeated) / static_cast<double>(time_s.size());
    repair.is_spread = share > (repair.longest > pair ? few_repeated : most_in_pairs);
    if (!repair.is_spread) return;
    const std::vector<double> written_s = time_s;
    for (const Repeats& group : find_repeats(written_s))
        if (group.size() > 1) spread(written_s, group, repair.step_s, time_s);
}

}  // namespace

std::optional<TimeRepair> repair_of_rising(const std::vector<double>& time_s) {
    if (time_s.size() < 3) return std::nullopt;
    const std::vector<double> rises = rises_of(time_s);
    if (rises.size() + 1 < time_s.size()) return std::nullopt;
    TimeRepair repair;
    repair.longest = 1;
    repair.step_s = usual_step_s(rises);
    if (is_last_lone(time_s, far * repair.step_s)) return std::nullopt;
    return repair;
}

TimeRepair make_steady(std::vector<double>& time_s) {
    TimeRepair repair;
    if (time_s.size() < 3) return repair;
    repair.step_s = usual_step_s(rises_of(time_s));
    if (!(repair.step_s > 0)) return repair;
    mend_lone_times(time_s, repair);
    spread_repeats(time_s, repair);
    return repair;
}

}  // namespace sneddon
