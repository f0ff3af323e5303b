#include "analyse/pop_ins/pop_ins.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "model/units.hpp"
#include "numeric/sum/robust.hpp"

namespace sneddon {
namespace {

constexpr std::size_t lag = 3;     // points of one gain
constexpr std::size_t block = 32;  // points of a neighbourhood
constexpr std::size_t side = 8;    // points of the level before and behind
constexpr std::size_t merge_within = 5;
constexpr double end_of_jump = 3;  // times the sd of the gain of one point

double median_of(std::span<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// The gains of depth over `lag` points, with their medians block by block.
class Gains {
  public:
    explicit Gains(std::span<const double> depth) : depth_(depth) {
        const std::size_t count = depth.size() - lag;
        std::vector<double> part, about;
        about.reserve(count);
        for (std::size_t begin = 0; begin + block <= count; begin += block) {
            part.clear();
            for (std::size_t i = begin; i < begin + block; ++i) part.push_back(gain(i));
            medians_.push_back(median_of(part));
            for (std::size_t i = begin; i < begin + block; ++i)
                about.push_back(gain(i) - medians_.back());
        }
        for (double& value : about) value = std::fabs(value);
        sd_ = mad_to_sd * median_of(about);
    }

    std::size_t size() const { return medians_.size() * block; }
    double gain(std::size_t i) const { return depth_[i + lag] - depth_[i]; }
    double sd() const { return sd_; }
    /// What the neighbourhood of point i gains, the larger of before and behind.
    double trend(std::size_t i) const {
        const std::size_t around = std::min(i / block, medians_.size() - 1);
        const double before = medians_[around > 0 ? around - 1 : 0];
        const double behind = medians_[std::min(around + 1, medians_.size() - 1)];
        return std::max(before, behind);
    }

  private:
    std::span<const double> depth_;
    std::vector<double> medians_;
    double sd_ = 0;
};

/// The smallest step between neighbours: of a quantised depth its resolution, else next to nothing.
double smallest_step(std::span<const double> depth) {
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < depth.size(); ++i) {
        const double step = std::fabs(depth[i] - depth[i - 1]);
        if (step > 0 && step < smallest) smallest = step;
    }
    return std::isfinite(smallest) ? smallest : 0;
}

struct Reach {
    std::size_t first = 0, last = 0;
};

class PopInFinder {
  public:
    PopInFinder(const Curve& curve, const Segment& load, const PopInOptions& options)
        : begin_(load.begin),
          depth_(std::span(curve.depth_nm).subspan(load.begin, load.size())),
          load_(std::span(curve.load_uN).subspan(load.begin, load.size())),
          gains_(depth_),
          step_sd_(step_sd()) {
        limit_ = std::max(
            {options.noise_factor * gains_.sd(), options.least_jump_nm, 3 * smallest_step(depth_)});
    }

    PopInSearch search() const {
        PopInSearch search;
        search.is_searched = true;
        search.noise_nm = gains_.sd();
        search.limit_nm = limit_;
        for (const Reach& reach : reaches()) {
            const double jump_nm = jump_of(reach);
            if (jump_nm < limit_) continue;  // it did not stay
            PopIn pop_in;
            pop_in.first = begin_ + reach.first;
            pop_in.last = begin_ + reach.last;
            pop_in.load_uN = load_[reach.first];
            pop_in.depth_nm = depth_[reach.first];
            pop_in.jump_nm = jump_nm;
            pop_in.energy_pJ = pJ_per_uN_nm * pop_in.load_uN * jump_nm;
            search.found.push_back(pop_in);
        }
        return search;
    }

  private:
    double step(std::size_t i) const { return depth_[i + 1] - depth_[i]; }
    double step_trend(std::size_t i) const { return gains_.trend(i) / lag; }

    /// Of the gain of one point about the trend.
    double step_sd() const {
        std::vector<double> about;
        about.reserve(gains_.size());
        for (std::size_t i = 0; i < gains_.size(); ++i)
            about.push_back(std::fabs(step(i) - step_trend(i)));
        return mad_to_sd * median_of(about);
    }

    bool is_jumping(std::size_t i) const {
        return step(i) - step_trend(i) > end_of_jump * step_sd_;
    }

    /// From the steepest point outwards, until for `merge_within` points none gains more than
    /// noise explains.
    Reach reach_from(std::size_t steepest) const {
        Reach reach{steepest, steepest + 1};
        for (std::size_t gap = 1; gap <= merge_within && reach.first >= block + gap; ++gap) {
            if (!is_jumping(reach.first - gap)) continue;
            reach.first -= gap;
            gap = 0;
        }
        for (std::size_t gap = 1; gap <= merge_within && reach.last + gap < depth_.size(); ++gap) {
            if (!is_jumping(reach.last + gap - 1)) continue;
            reach.last += gap;
            gap = 0;
        }
        return reach;
    }

    std::vector<Reach> reaches() const {
        std::vector<Reach> all;
        for (std::size_t i = block; i < gains_.size(); ++i) {
            if (gains_.gain(i) - gains_.trend(i) <= limit_) continue;
            std::size_t steepest = i;
            for (std::size_t j = i; j < i + lag; ++j)
                if (step(j) > step(steepest)) steepest = j;
            if (!is_jumping(steepest)) continue;
            const Reach reach = reach_from(steepest);
            if (!all.empty() && reach.first <= all.back().last)
                all.back().last = std::max(all.back().last, reach.last);
            else
                all.push_back(reach);
        }
        return all;
    }

    double jump_of(const Reach& reach) const {
        const double trend = step_trend(reach.first);
        const auto level = [&](std::size_t begin, std::size_t end, std::size_t at) {
            std::array<double, side> depths{};
            for (std::size_t i = begin; i < end; ++i)
                depths[i - begin] =
                    depth_[i] - trend * (static_cast<double>(i) - static_cast<double>(at));
            return median_of(std::span(depths).first(end - begin));
        };
        const std::size_t from = reach.first + 1 - std::min(side, reach.first + 1);
        const std::size_t to = std::min(reach.last + side, depth_.size());
        const double before = level(from, reach.first + 1, reach.first);
        const double behind = level(reach.last, to, reach.last);
        const auto points = static_cast<double>(reach.last - reach.first);
        return behind - before - points * trend;
    }

    std::size_t begin_;
    std::span<const double> depth_, load_;
    Gains gains_;
    double step_sd_ = 0, limit_ = 0;
};

}  // namespace

PopInSearch find_pop_ins(const Curve& curve, const Segment& load, const PopInOptions& options) {
    if (load.size() < 3 * block + lag) return {};
    return PopInFinder(curve, load, options).search();
}

}  // namespace sneddon
