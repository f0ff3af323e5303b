#include "numeric/sum/gauss_legendre.hpp"

#include <boost/math/quadrature/gauss.hpp>

namespace sneddon {

const std::array<GaussNode, gauss_legendre_count>& gauss_legendre_nodes() {
    static const auto nodes = [] {
        using Rule = boost::math::quadrature::gauss<double, gauss_legendre_count>;
        const auto& places = Rule::abscissa();  // the positive half
        const auto& weights = Rule::weights();
        constexpr std::size_t half = gauss_legendre_count / 2;
        std::array<GaussNode, gauss_legendre_count> all{};
        for (std::size_t i = 0; i < half; ++i) {
            all[half + i] = {(1 + places[i]) / 2, weights[i] / 2};
            all[half - 1 - i] = {(1 - places[i]) / 2, weights[i] / 2};
        }
        return all;
    }();
    return nodes;
}

}  // namespace sneddon
