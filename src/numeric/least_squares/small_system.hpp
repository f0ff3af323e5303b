// Normal equations of at most three unknowns.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace sneddon {

// A symmetric system of up to three unknowns, by Cholesky on the chosen ones in a fixed order.
struct SmallSystem {
    std::array<std::array<double, 3>, 3> gram;
    std::array<double, 3> right;

    // Solution with the unknowns outside `is_used` zero; returns right . solution.
    double solve(const std::array<bool, 3>& is_used, std::array<double, 3>& x) const {
        std::array<std::array<double, 3>, 3> l{};
        std::array<double, 3> y{};
        for (std::size_t i = 0; i < 3; ++i) {
            if (!is_used[i]) continue;
            double diagonal = gram[i][i];
            for (std::size_t j = 0; j < i; ++j) {
                if (!is_used[j] || l[j][j] == 0) continue;
                double sum = gram[i][j];
                for (std::size_t k = 0; k < j; ++k) sum -= l[i][k] * l[j][k];
                l[i][j] = sum / l[j][j];
                diagonal -= l[i][j] * l[i][j];
            }
            // A column that the earlier ones already contain gets no share.
            if (!(diagonal > 1e-14 * gram[i][i])) continue;
            l[i][i] = std::sqrt(diagonal);
            double sum = right[i];
            for (std::size_t j = 0; j < i; ++j) sum -= l[i][j] * y[j];
            y[i] = sum / l[i][i];
        }
        x = {};
        for (std::size_t i = 3; i-- > 0;) {
            if (l[i][i] == 0) continue;
            double sum = y[i];
            for (std::size_t j = i + 1; j < 3; ++j) sum -= l[j][i] * x[j];
            x[i] = sum / l[i][i];
        }
        return y[0] * y[0] + y[1] * y[1] + y[2] * y[2];
    }
};

}  // namespace sneddon
