// The findings of simulated studies over seeds, a table for docs/validation.md.
// usage: study_seeds PRESET POINTS_PER_S THREADS SEED...
#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "study/findings.hpp"
#include "support/simulated_findings.hpp"

namespace {

using namespace sneddon;

std::string k_of(const std::optional<ClusterFinding>& clusters) {
    if (!clusters) return "none | ";
    std::size_t aic = 0;
    double least = INFINITY;
    for (const MixtureFit& fit : clusters->scikit_learn.fits)
        if (fit.criteria.aic < least) {
            least = fit.criteria.aic;
            aic = fit.components;
        }
    return fmt::format("{} | {}", clusters->chosen, aic);
}

void print_row(const std::string& seed, const testing::SimulatedFindings& found) {
    const StudyFindings& findings = findings_of(found.study);
    std::string row = fmt::format("| {} | {} | {:.3f} |", seed, k_of(findings.clusters),
                                  testing::agreement_at_60_s(found));
    for (const CreepCurve& curve : findings.creep_curves)
        if (curve.label && curve.duration_s() > 59)
            row += fmt::format(" {:.4f} {:.3f} {:.3f} |", curve.fit.a, curve.fit.b, curve.fit.c);
    if (findings.clusters)
        for (const ClusterShare& share : findings.clusters->shares)
            if (share.label == 0) row += fmt::format(" {:.2f}", share.share);
    for (const char* code : {"pooling", "drift", "circularity"})
        row += fmt::format(" | {}", name(testing::verdict_of(found, code)));
    std::puts((row + " |").c_str());
    std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 5) return 1;
    StudyOptions options;
    options.threads = static_cast<unsigned>(std::atoi(arguments[3]));
    options.k_resamples = 20;
    options.k_simulations = 0;
    options.fit_simulations = 19;
    options.permutations = 19;
    options.creep_resamples = 5;
    std::puts(
        "| seed | BIC | AIC (scikit-learn) | labels | 0: a b c | 1: a b c | 2: a b c | shares of 0 "
        "| "
        "pooling | drift | circularity |");
    for (int i = 4; i < count; ++i)
        print_row(arguments[i], testing::simulated_findings(
                                    arguments[1], std::strtoull(arguments[i], nullptr, 10), 0,
                                    std::atof(arguments[2]), options));
    return 0;
}
