#include "correct/curve_noise.hpp"

#include "numeric/sum/robust.hpp"

namespace sneddon {

CurveNoise noise_of(const Curve& curve) {
    return {noise_sigma(curve.depth_nm), noise_sigma(curve.load_uN)};
}

}  // namespace sneddon
