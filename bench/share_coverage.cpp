// Whether the intervals of the shares of clusters hold the true shares: simulated studies, a table
// for docs/validation.md. Ends with 1 when one hold has fewer than 90 % of them.
// usage: share_coverage [SEEDS [THREADS [FIRST_SEED]]]
#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "study/clusters/cluster_study.hpp"
#include "support/simulated_findings.hpp"

namespace {

using namespace sneddon;

constexpr std::size_t classes = 3;

struct Held {
    int intervals = 0, hold_truth = 0, hold_bar = 0;
    double width = 0;
};

using TrueClasses = std::map<std::string, std::array<double, classes>>;

TrueClasses count_classes(const testing::SimulatedRows& rows, const ClusterFinding& found) {
    TrueClasses of;
    for (const std::size_t row : found.tests)
        of[rows.study.tests[row].load_function][static_cast<std::size_t>(rows.classes[row])] += 1;
    return of;
}

void count_shares(const ClusterFinding& found, const TrueClasses& truth,
                  std::map<std::string, Held>& of) {
    for (const ClusterShare& share : found.shares) {
        const auto& counts = truth.at(share.load_function);
        const double held =
            counts[static_cast<std::size_t>(share.label)] / (counts[0] + counts[1] + counts[2]);
        const auto is_in = [&](double x) { return x >= share.ci95.low && x <= share.ci95.high; };
        Held& row = of[share.load_function];
        ++row.intervals;
        row.hold_truth += is_in(held);
        row.hold_bar += is_in(share.share);
        row.width += share.ci95.high - share.ci95.low;
    }
}

}  // namespace

int main(int count, char** arguments) {
    const int seeds = count > 1 ? std::atoi(arguments[1]) : 100;
    const auto threads = static_cast<unsigned>(count > 2 ? std::atoi(arguments[2]) : 1);
    const int first = count > 3 ? std::atoi(arguments[3]) : 1;
    StudyOptions options;
    options.threads = threads;
    options.k_resamples = options.k_simulations = 0;  // of the choice of k, not of the shares
    std::map<std::string, Held> of;
    int other_k = 0;
    for (int seed = first; seed < first + seeds; ++seed) {
        auto rows = testing::simulated_rows("zr50cu40al10", static_cast<std::uint64_t>(seed), 0, 10,
                                            threads);
        const auto found = find_clusters(rows.study.tests, options);
        if (!found || found->chosen != classes) {
            ++other_k;
            continue;
        }
        count_shares(*found, count_classes(rows, *found), of);
    }
    std::puts("| load function | intervals | hold the true share | hold the bar | mean width |");
    std::puts("| --- | --- | --- | --- | --- |");
    bool is_right = true;
    for (const auto& [load_function, row] : of) {
        fmt::print("| {} | {} | {} | {} | {:.3f} |\n", load_function, row.intervals, row.hold_truth,
                   row.hold_bar, row.width / row.intervals);
        is_right = is_right && 10 * row.hold_truth >= 9 * row.intervals;
    }
    fmt::print("\n{} of {} seeds have another number of clusters\n", other_k, seeds);
    return is_right ? 0 : 1;
}
