#include "analyse/pop_ins/step_search.hpp"

#include <algorithm>
#include <cmath>

#include "analyse/pop_ins/step_statistic.hpp"
#include "base/numbers/extremes.hpp"
#include "base/numbers/first_above.hpp"
#include "base/numbers/selection.hpp"
#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

constexpr double strong = 5;                // sd: taken away before the noise is measured
constexpr double clipped = 3;               // sd: what is beyond does not count as noise
constexpr double sd_of_clipped = 0.98658;   // of a normal distribution cut at +-3 sd
constexpr double end_of_step = 3;           // sd of the gain of one point
constexpr std::size_t quiet_points = 5;     // that end a step
constexpr std::size_t steepest_within = 8;  // a share of the width about the border
constexpr std::size_t gone_within = 4;      // a share of the width: what is gone is none
constexpr double rounding = 1e-7;           // of the range: less is no noise
constexpr int most_passes = 30;
constexpr std::size_t fewest_behind = 4;  // points for a level

double median_of(std::span<const double> values) {
    return value_of_rank(values, values.size() / 2);
}

/// The same of values whose order nobody needs.
double median_in(std::span<double> values) {
    return select_rank(values, values.size() / 2);
}

/// Standard deviation about the median, of what lies within 3 robust ones: as sharp as the
/// standard deviation where there are no outliers, and blind to them.
double clipped_sd(std::vector<double> values) {
    const double middle = median_of(values);
    for (double& value : values) value -= middle;
    std::vector<double> sizes(values.size());
    std::ranges::transform(values, sizes.begin(), [](double value) { return std::fabs(value); });
    const double limit = clipped * mad_to_sd * median_of(sizes);
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values)
        if (std::fabs(value) <= limit) sum += value * value, ++count;
    return count > 0 ? std::sqrt(sum / static_cast<double>(count)) / sd_of_clipped : 0;
}

class StepFinder {
  public:
    StepFinder(std::span<const double> series, const StepSearchOptions& options)
        : options_(options),
          y_(series.begin(), series.end()),
          steps_(series.size() + 1, 0.0),
          gain_sd_(gain_sd()) {
        const std::size_t w = options.width, n = series.size();
        begin_ = options.front == SeriesEnd::steep ? w : least_step_width;
        end_ = n - (options.back == SeriesEnd::steep ? w : least_step_width) + 1;
    }

    StepSearch search() {
        StepSearch search;
        search.begin = begin_;
        search.end = end_;
        look();
        noise_ = noise_of_full_width();
        take_away(strong);
        if (!found_.empty()) noise_ = noise_of_full_width();
        search.noise = noise_;
        take_away(options_.least_factor);
        std::ranges::sort(found_, {}, &SuddenStep::first);
        search.steps = without_passing();
        return search;
    }

  private:
    std::size_t size() const { return y_.size(); }
    double gain(std::size_t i) const { return y_[i + 1] - y_[i]; }

    /// The largest width below `width` by halves that fits at this border; 0: none.
    std::size_t width_at(std::size_t border) const {
        std::size_t width = options_.width;
        const std::size_t room = std::min(border, size() - border);
        while (width > room) width = std::max(width / 2, std::size_t{1});
        return width >= least_step_width ? width : 0;
    }

    /// Step at every border, stretch by stretch of one width.
    void look() {
        std::size_t p = begin_;
        while (p < end_) {
            const std::size_t width = width_at(p);
            // Between the ends every border has room for the full one.
            std::size_t until = width < options_.width ? p + 1 : size() - width + 1;
            while (until < end_ && width_at(until) == width) ++until;
            until = std::min(until, end_);
            if (width > 0) steps_at_borders(y_, width, p, std::span(steps_).subspan(p, until - p));
            p = until;
        }
    }

    double noise_of_full_width() const {
        const auto w = static_cast<std::ptrdiff_t>(options_.width);
        const auto [least, greatest] = extremes_of(y_);
        return std::max(clipped_sd({steps_.begin() + w, steps_.end() - w}),
                        rounding * (greatest - least));
    }

    double noise_at(std::size_t border) const {
        const auto share =
            static_cast<double>(options_.width) / static_cast<double>(width_at(border));
        return noise_ * std::sqrt(share);
    }

    /// Of the gain of one point about its neighbourhood's.
    double gain_sd() const {
        const std::size_t block = 2 * options_.width, gains = size() - 1;
        std::vector<double> part(block), about(gains);
        for (std::size_t begin = 0; begin < gains; begin += block) {
            const std::size_t count = std::min(block, gains - begin);
            const double *const y = &y_[begin], *const after = y + 1;
            for (std::size_t i = 0; i < count; ++i) part[i] = after[i] - y[i];
            const double trend = median_in(std::span(part).first(count));
            double* const of_block = &about[begin];
            for (std::size_t i = 0; i < count; ++i) of_block[i] = std::fabs(part[i] - trend);
        }
        return mad_to_sd * median_of(about);
    }

    /// The median gain of a point about a border.
    double trend_at(std::size_t border, std::size_t width) const {
        std::vector<double> gains;
        for (std::size_t i = border - width; i + 1 < border + width; ++i) gains.push_back(gain(i));
        return median_in(gains);
    }

    /// The borders of largest steps above `factor` sd, of which none has a larger one within a
    /// width.
    std::vector<std::size_t> peaks(double factor) const {
        std::vector<std::size_t> all;
        const double least = factor * noise_;  // no border has less noise
        for (std::size_t p = begin_; p < end_; ++p) {
            p = first_above(steps_, p, end_, least,
                            [](auto at, std::size_t i) { return size_of(at(i)); });
            if (p == end_) break;
            const double height = std::fabs(steps_[p]);
            const std::size_t width = width_at(p);
            if (width == 0 || height <= factor * noise_at(p) || is_refused(p)) continue;
            if (!all.empty() && p - all.back() < width) {
                if (height > std::fabs(steps_[all.back()])) all.back() = p;
                continue;
            }
            all.push_back(p);
        }
        return all;
    }

    /// Made once for each width that is met.
    const StepShapes& shapes_of(std::size_t width) {
        const auto made = std::ranges::find(shapes_, width, &StepShapes::width);
        return made != shapes_.end() ? *made : shapes_.emplace_back(width);
    }

    bool is_refused(std::size_t p) const {
        return std::ranges::any_of(refused_, [p](const Refused& bend) {
            return p + bend.width > bend.border && p < bend.border + bend.width;
        });
    }

    void take_away(double factor) {
        for (int pass = 0; pass < most_passes; ++pass) {
            const std::vector<std::size_t> borders = peaks(factor);
            if (borders.empty()) return;
            bool is_any_taken = false;
            for (const std::size_t border : borders) is_any_taken |= take_away_at(border);
            if (!is_any_taken) continue;
            refused_.clear();  // what looked like a bend may have been the echo of a step
            look();
        }
    }

    bool take_away_at(std::size_t border) {
        const std::size_t width = width_at(border);
        std::vector<std::size_t> known;
        for (const SuddenStep& step : found_) known.push_back(step.last);
        if (shapes_of(width).is_bend(y_, border, known)) {
            refused_.push_back({border, width});
            return false;
        }
        SuddenStep step = reach_of(border, width);
        const std::size_t before = std::min(width, step.first + 1);
        const std::size_t behind = std::min(width, size() - step.last);
        if (before < fewest_behind || behind < fewest_behind) {
            refused_.push_back({border, width});
            return false;
        }
        const LocalLine left = local_line(y_, step.first + 1 - before, step.first + 1);
        const LocalLine right = local_line(y_, step.last, step.last + behind);
        const double middle = 0.5 * static_cast<double>(step.first + step.last);
        step.size = right.at(middle) - left.at(middle);
        step.noise = noise_ * std::sqrt(static_cast<double>(options_.width) /
                                        static_cast<double>(std::min(before, behind)));
        for (std::size_t i = step.first + 1; i < step.last; ++i)
            y_[i] = left.at(static_cast<double>(i));
        for (std::size_t i = step.last; i < size(); ++i) y_[i] -= step.size;
        add(step);
        return true;
    }

    /// What is taken away twice at one place is one step.
    void add(const SuddenStep& step) {
        for (SuddenStep& known : found_)
            if (step.first < known.last + quiet_points && known.first < step.last + quiet_points) {
                known.first = std::min(known.first, step.first);
                known.last = std::max(known.last, step.last);
                known.size += step.size;
                known.noise = std::max(known.noise, step.noise);
                return;
            }
        found_.push_back(step);
    }

    SuddenStep reach_of(std::size_t border, std::size_t width) const {
        const double sign = steps_[border] > 0 ? 1 : -1;
        const double trend = trend_at(border, width);
        const auto steepness = [&](std::size_t i) { return sign * (gain(i) - trend); };
        const auto is_jumping = [&](std::size_t i) {
            return steepness(i) > end_of_step * gain_sd_;
        };
        SuddenStep step{border - 1, border, 0, 0};
        std::size_t steepest = border - 1;
        const std::size_t around = std::min(width / steepest_within, border - 1);
        const std::size_t until = std::min(border + around, size() - 1);
        for (std::size_t i = border - 1 - around; i < until; ++i)
            if (steepness(i) > steepness(steepest)) steepest = i;
        if (!is_jumping(steepest)) return step;
        step.first = steepest;
        step.last = steepest + 1;
        for (std::size_t gap = 1; gap <= quiet_points && step.first >= gap; ++gap)
            if (is_jumping(step.first - gap)) step.first -= gap, gap = 0;
        for (std::size_t gap = 1; gap <= quiet_points && step.last + gap < size(); ++gap)
            if (is_jumping(step.last + gap - 1)) step.last += gap, gap = 0;
        return step;
    }

    /// A step up and its way down again are none.
    std::vector<SuddenStep> without_passing() const {
        std::vector<SuddenStep> kept;
        for (const SuddenStep& step : found_) {
            const bool is_near =
                !kept.empty() && step.first < kept.back().last + options_.width / gone_within;
            const double larger =
                is_near ? std::max(std::fabs(kept.back().size), std::fabs(step.size)) : 0;
            if (is_near && std::fabs(kept.back().size + step.size) < larger / 2)
                kept.pop_back();
            else
                kept.push_back(step);
        }
        return kept;
    }

    struct Refused {
        std::size_t border, width;
    };
    const StepSearchOptions& options_;
    std::vector<double> y_, steps_;
    std::vector<SuddenStep> found_;
    std::vector<Refused> refused_;
    std::vector<StepShapes> shapes_;
    double gain_sd_ = 0, noise_ = 0;
    std::size_t begin_ = 0, end_ = 0;
};

}  // namespace

StepSearch find_steps(std::span<const double> series, const StepSearchOptions& options) {
    if (series.size() < 4 * options.width || options.width < least_step_width) return {};
    return StepFinder(series, options).search();
}

}  // namespace sneddon
