#include "analyse/calibrate/area_of_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "numeric/least_squares/linear_least_squares.hpp"

namespace sneddon {
namespace {

constexpr int most_terms = 9;
constexpr double good_enough = 1e-4;
constexpr int steps = 500;  // over the table, for a series that swings between its rows

SeriesOfTable series_of(std::span<const double> h, std::span<const double> A, int terms) {
    std::vector<double> columns, ones(h.size(), 1.0);
    for (int k = 0; k < terms; ++k)
        for (std::size_t i = 0; i < h.size(); ++i)
            columns.push_back((k == 0 ? h[i] * h[i] : std::pow(h[i], std::ldexp(1.0, 1 - k))) /
                              A[i]);
    SeriesOfTable series;
    series.terms = terms;
    series.largest_error = 1;
    const LinearFit fit = fit_linear(columns, ones);
    if (!fit.is_fitted) return series;
    series.area.kind = AreaFunction::Kind::polynomial;
    series.area.coefficients = {};
    std::ranges::copy(fit.coefficients, series.area.coefficients.begin());
    series.largest_error = 0;
    for (std::size_t i = 0; i < h.size(); ++i) {
        const double error = std::abs(projected_area_nm2(series.area, h[i]) / A[i] - 1);
        series.largest_error = error < 1 ? std::max(series.largest_error, error) : 1;
    }
    return series;
}

bool rises(const AreaFunction& area, double low, double high) {
    double before = 0;
    for (int i = 0; i <= steps; ++i) {
        const double A =
            projected_area_nm2(area, low * std::pow(high / low, static_cast<double>(i) / steps));
        if (!(A > before)) return false;
        before = A;
    }
    return true;
}

}  // namespace

Result<SeriesOfTable> area_of_table(std::span<const double> h_c_nm, std::span<const double> A_nm2) {
    SeriesOfTable best;
    best.largest_error = 1;
    const int most = std::min(most_terms, static_cast<int>(h_c_nm.size()) - 1);
    for (int terms = 1; terms <= most && best.largest_error > good_enough; ++terms) {
        const SeriesOfTable series = series_of(h_c_nm, A_nm2, terms);
        if (series.largest_error < best.largest_error &&
            rises(series.area, h_c_nm.front(), h_c_nm.back()))
            best = series;
    }
    if (best.largest_error > largest_table_error)
        return Error{"SND-A036", "area function of a table",
                     fmt::format("the best series of Oliver and Pharr is {:.2g} % off one of {} "
                                 "areas",
                                 100 * best.largest_error, h_c_nm.size()),
                     fmt::format("one within {:.2g} %", 100 * largest_table_error),
                     "give the form itself in study.toml (type = \"cap-cone\" ...)"};
    best.area.h_c_min_nm = h_c_nm.front();
    best.area.h_c_max_nm = h_c_nm.back();
    return best;
}

}  // namespace sneddon
