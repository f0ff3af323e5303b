#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "analyse/pop_ins/step_statistic.hpp"

namespace sneddon {
namespace {

constexpr std::size_t width = 20, border = 40, points = 80;

using Series = std::vector<double>;

/// A straight line and what `value_at` adds, x counted in widths from the border.
template <class ValueAt>
Series series_with(ValueAt value_at) {
    Series series;
    for (std::size_t i = 0; i < points; ++i) {
        const double x = (static_cast<double>(i) + 0.5 - border) / width;
        series.push_back(3 + 2 * x + value_at(x));
    }
    return series;
}

void add_step(Series& series, std::size_t at, double size) {
    for (std::size_t i = at; i < series.size(); ++i) series[i] += size;
}

Series small_step() {
    return series_with([](double x) { return x > 0 ? 1.0 : 0.0; });
}
Series small_bend(double place) {
    return series_with([place](double x) { return std::max(x - place, 0.0); });
}

TEST(StepShapes, AStepIsNoBendAndABendIsOne) {
    const StepShapes shapes(width);
    EXPECT_FALSE(shapes.is_bend(small_step(), border, {}));
    for (const double place : {-0.5, 0.0, 0.25, 0.5})
        EXPECT_TRUE(shapes.is_bend(small_bend(place), border, {})) << place;
    EXPECT_TRUE(shapes.is_bend(series_with([](double x) { return x * x * x; }), border, {}));
}

// However large: what lies along it is taken out, and that is all that is taken out.
TEST(StepShapes, AStepThatIsKnownCountsForNeither) {
    const StepShapes shapes(width);
    for (const double size : {-1000.0, -1.0, 1.0, 1000.0})
        for (const std::vector<std::size_t>& known :
             {std::vector<std::size_t>{47}, {34}, {34, 47}, {30, 34, 47}}) {
            Series step = small_step(), bend = small_bend(0.25);
            for (const std::size_t at : known) {
                add_step(step, at, size);
                add_step(bend, at, size);
            }
            EXPECT_FALSE(shapes.is_bend(step, border, known)) << size << " " << known.size();
            EXPECT_TRUE(shapes.is_bend(bend, border, known)) << size << " " << known.size();
        }
}

// Itself, and one that the window does not reach.
TEST(StepShapes, AKnownStepAtTheBorderOrFarFromItIsPassedOver) {
    const StepShapes shapes(width);
    const std::vector<std::size_t> known = {border, border - width, border + width};
    EXPECT_FALSE(shapes.is_bend(small_step(), border, known));
    EXPECT_TRUE(shapes.is_bend(small_bend(0), border, known));
}

}  // namespace
}  // namespace sneddon
