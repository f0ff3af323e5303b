// Do the intervals between samples hold the true difference, how often are equal samples said to
// differ, and what does a wrong area do to the ratio? Tables for docs/validation.md.
// usage: sample_coverage STUDIES THREADS [TESTS_PER_LOAD_FUNCTION]
#include <fmt/core.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "base/ordered_parallel.hpp"
#include "study/compare/compare_samples.hpp"
#include "study/significance.hpp"
#include "support/simulated_samples.hpp"

namespace {

using namespace sneddon;
using testing::SampleSimulation;
using testing::SimulatedSamples;

/// Mean H_apparent of truth.csv of a sample at a hold, of one study.
using Truths = std::map<std::pair<std::string, int>, double>;

struct StudyOutcome {
    std::vector<SampleDifference> differences;
    Truths truths;
};

Truths truths_of(const SimulatedSamples& made) {
    std::map<std::pair<std::string, int>, std::pair<double, int>> sums;
    for (std::size_t i = 0; i < made.truths.size(); ++i) {
        const TestTruth& truth = made.truths[i];
        auto& [sum, n] = sums[{made.study.samples[made.study.tests[i].sample].name,
                               static_cast<int>(truth.hold_s)}];
        sum += truth.H_apparent_GPa;
        ++n;
    }
    Truths means;
    for (const auto& [place, sum] : sums) means[place] = sum.first / sum.second;
    return means;
}

std::vector<StudyOutcome> outcomes(const SampleSimulation& simulation, std::size_t studies,
                                   unsigned threads) {
    std::vector<StudyOutcome> all;
    ordered_parallel(
        studies, threads, {},
        [&](std::size_t i) {
            const SimulatedSamples made = testing::simulated_samples(simulation, i + 1);
            return StudyOutcome{compare_samples(made.study, made.tips, 0.05), truths_of(made)};
        },
        [&](std::size_t, StudyOutcome&& outcome) { all.push_back(std::move(outcome)); });
    return all;
}

/// The truth that all studies were drawn from: the mean over them of the means of truth.csv.
Truths mean_truths(const std::vector<StudyOutcome>& all) {
    Truths means;
    for (const StudyOutcome& outcome : all)
        for (const auto& [place, mean] : outcome.truths)
            means[place] += mean / static_cast<double>(all.size());
    return means;
}

int hold_of(const SampleDifference& pair) {
    return std::stoi(pair.load_function.substr(std::string_view("hold ").size()));
}

struct Counted {
    double truth = 0, mean = 0, width = 0;
    int n = 0, holds = 0, ratio_holds = 0, differs = 0, same = 0;
};

void print_coverage(const SampleSimulation& simulation, std::size_t studies, unsigned threads) {
    const auto all = outcomes(simulation, studies, threads);
    const Truths truths = mean_truths(all);
    std::map<std::string, Counted> rows;
    for (const StudyOutcome& outcome : all)
        for (const SampleDifference& pair : outcome.differences) {
            if (!(pair.quantity == "H_IT_GPa"_q)) continue;
            const double of_a = truths.at({pair.a, hold_of(pair)});
            const double of_b = truths.at({pair.b, hold_of(pair)});
            Counted& row = rows[pair.a + " - " + pair.b + " | " + pair.load_function];
            const double truth = of_a - of_b;
            ++row.n;
            row.truth = truth;
            row.mean += pair.welch.difference;
            row.width += pair.ci95.high - pair.ci95.low;
            row.holds += pair.ci95.low <= truth && truth <= pair.ci95.high;
            row.ratio_holds +=
                pair.ratio_ci95.low <= of_a / of_b && of_a / of_b <= pair.ratio_ci95.high;
            row.differs += pair.p_holm < significance;
            row.same += pair.equivalence.p_holm < significance;
        }
    std::puts(
        "| pair | load function | true H_a - H_b (GPa) | mean found | mean width of the interval | "
        "holds the truth | ratio holds | said to differ | said the same |\n| --- | --- | --- | --- "
        "| "
        "--- | --- | --- | --- | --- |");
    for (const auto& [name, row] : rows) {
        const double n = row.n;
        std::puts(
            fmt::format(
                "| {} | {:+.4f} | {:+.4f} | {:.3f} | {:.1f} % | {:.1f} % | {:.1f} % | {:.1f} % |",
                name, row.truth, row.mean / n, row.width / n, 100 * row.holds / n,
                100 * row.ratio_holds / n, 100 * row.differs / n, 100 * row.same / n)
                .c_str());
    }
}

void print_false_alarms(const SampleSimulation& simulation, std::size_t studies, unsigned threads) {
    const auto all = outcomes(simulation, studies, threads);
    struct Alarms {
        int mean = 0, spread = 0;
    };
    std::map<std::string, Alarms> alarms;
    for (const StudyOutcome& outcome : all) {
        std::map<std::string, Alarms> raised;
        for (const SampleDifference& pair : outcome.differences) {
            Alarms& of_study = raised[std::string(pair.quantity.info().id)];
            if (pair.p_holm < significance) of_study.mean = 1;
            if (pair.spread.p_holm < significance) of_study.spread = 1;
        }
        for (const auto& [id, of_study] : raised) {
            alarms[id].mean += of_study.mean;
            alarms[id].spread += of_study.spread;
        }
    }
    std::puts(
        "\n| family: quantity | equal samples said to differ | their spreads said to differ |\n| "
        "--- "
        "| --- | --- |");
    const auto share = [&](int count) {
        return fmt::format("{} of {}, {:.1f} %", count, all.size(),
                           100.0 * count / static_cast<double>(all.size()));
    };
    for (const auto& [id, count] : alarms)
        std::puts(
            fmt::format("| {} | {} | {} |", id, share(count.mean), share(count.spread)).c_str());
}

void print_wrong_area(SampleSimulation simulation, std::size_t studies, unsigned threads) {
    const auto right = outcomes(simulation, studies, threads);
    simulation.area_factor = 1.1;
    const auto wrong = outcomes(simulation, studies, threads);
    std::map<std::string, double> difference, ratio;
    for (std::size_t i = 0; i < right.size(); ++i)
        for (std::size_t j = 0; j < right[i].differences.size(); ++j) {
            const SampleDifference &a = right[i].differences[j], &b = wrong[i].differences[j];
            if (is_nan(a.ratio)) continue;
            const std::string id(a.quantity.info().id);
            const double shift = std::abs(b.ratio - a.ratio) / (a.u_ratio * a.ratio);
            ratio[id] = std::max(ratio[id], shift);
            difference[id] =
                std::max(difference[id], std::abs(b.welch.difference - a.welch.difference) / a.u);
        }
    std::puts(
        "\n| quantity | largest shift of the ratio by a 10 % larger area / u | of the difference / "
        "u "
        "|\n| --- | --- | --- |");
    for (const auto& [id, shift] : ratio)
        std::puts(fmt::format("| {} | {:.3f} | {:.2f} |", id, shift, difference[id]).c_str());
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) return 1;
    const auto studies = static_cast<std::size_t>(std::atoi(arguments[1]));
    const auto threads = static_cast<unsigned>(std::atoi(arguments[2]));
    SampleSimulation states;
    states.preset = "structural-states";
    if (count > 3) states.tests_per_load_function = std::atoi(arguments[3]);
    SampleSimulation equal = states;
    equal.preset = "equal-states";
    print_coverage(states, studies, threads);
    print_false_alarms(equal, studies, threads);
    print_wrong_area(states, std::max<std::size_t>(studies / 10, 1), threads);
    return 0;
}
