#include "correct/spikes.hpp"

namespace sneddon {
namespace {

void append(std::vector<Spike>& all, const std::vector<Spike>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

Spikes find_spikes(const Curve& curve, std::span<const Cycle> cycles, const CurveNoise& noise) {
    Spikes spikes;
    for (const Cycle& cycle : cycles) {
        append(spikes.depths, spikes_in(curve.depth_nm, cycle.contact, cycle.end, noise.depth_nm));
        append(spikes.loads, spikes_in(curve.load_uN, cycle.contact, cycle.end, noise.load_uN));
    }
    return spikes;
}

Curve without(const Spikes& spikes, const Curve& curve) {
    Curve mended = curve;
    mend(mended.depth_nm, spikes.depths);
    mend(mended.load_uN, spikes.loads);
    return mended;
}

}  // namespace sneddon
