#include "study/creep/creep_resampling.hpp"

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "study/creep/laws_of_tests.hpp"
#include "study/significance.hpp"

namespace sneddon {
namespace {

// Streams of the seed that no other use of it may share (cluster_resampling.cpp has 1 and 2).
constexpr std::uint64_t first_stream = std::uint64_t{3} << 40;

/// What one draw of the tests gives.
struct Replicate {
    LinearPowerFit law;
    RateReplicates rates;
    RetardationFit rheology;
};

}  // namespace

ResampledCreep resample_creep(const CompressedHolds& holds, std::span<const std::size_t> members,
                              Label label, double duration_s, const ContactsOfTable& contacts,
                              const RefittedRheology& rheology, const StudyOptions& options) {
    LinearPowerOptions law = creep_law_options();
    law.uncertainty = Uncertainty::none;
    // Labels are 2^20 streams apart, "all tests" first: more replicates than anyone asks for.
    const std::uint64_t stream =
        first_stream + (static_cast<std::uint64_t>(label.value_or(-1) + 1) << 20);
    std::vector<double> a, b, c;
    RheologyReplicates models;
    ResampledCreep found;
    ordered_parallel(
        options.creep_resamples, options.threads, options.stop,
        [&](std::size_t i) {
            RandomStream random(options.seed, stream + i);
            // How often each test was drawn is its weight in the mean: no curve is copied.
            std::vector<double> times(holds.tests());
            for (std::size_t m = 0; m < members.size(); ++m)
                times[members[random.index(members.size())]] += 1;
            const std::vector<double> mean_nm = holds.weighted_mean(times);
            Replicate replicate;
            replicate.law = fit_compressed(holds.basis(), mean_nm, law);
            const LinearPowerFit& fit = replicate.law;
            const double drift = options.u_drift_nm_per_s * random.normal();
            if (!fit.is_fitted()) return replicate;
            if (!fit.is_b_at_bound)
                replicate.rates.add({fit.a, fit.b, fit.c}, duration_s, contacts, times, drift,
                                    options);
            replicate.rheology = rheology.of(mean_nm, holds.at_nodes(fit));
            return replicate;
        },
        [&](std::size_t, Replicate&& replicate) {
            models.add(replicate.rheology);
            found.rates.append(replicate.rates);
            const LinearPowerFit& fit = replicate.law;
            // At b = 0 there is no c, and a alone would widen the interval of another law.
            if (!fit.is_fitted() || fit.is_b_at_bound) return;
            a.push_back(fit.a);
            b.push_back(fit.b);
            c.push_back(fit.c);
        });
    found.rheology = models.intervals();
    if (!a.empty()) found.law = {a.size(), ci95_of(a), ci95_of(b), ci95_of(c)};
    return found;
}

}  // namespace sneddon
