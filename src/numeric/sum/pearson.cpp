#include "numeric/sum/pearson.hpp"

#include <cmath>
#include <vector>

#include "base/nan.hpp"
#include "numeric/sum/moments.hpp"

namespace sneddon {

double pearson(std::span<const double> x, std::span<const double> y) {
    std::vector<double> a, b;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) {
            a.push_back(x[i]);
            b.push_back(y[i]);
        }
    if (a.size() < 3) return nan;
    const Moments moments_a = moments(a), moments_b = moments(b);
    if (!(moments_a.squares > 0) || !(moments_b.squares > 0)) return nan;
    std::vector<double> products;
    for (std::size_t i = 0; i < a.size(); ++i)
        products.push_back((a[i] - moments_a.mean) * (b[i] - moments_b.mean));
    return sum(products) / std::sqrt(moments_a.squares * moments_b.squares);
}

}  // namespace sneddon
