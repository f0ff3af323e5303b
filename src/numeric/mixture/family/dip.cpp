#include "numeric/mixture/family/dip.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "numeric/resampling/replicates.hpp"

namespace sneddon {
namespace {

/// Places of sorted values; the distribution steps from i/n to (i + 1)/n at place i.
using Places = std::vector<std::size_t>;

/// Distances are in steps of 1/n; the dip is half of one.
class DipSearch {
  public:
    explicit DipSearch(std::vector<double> sorted)
        : x_(std::move(sorted)), before_(x_.size()), after_(x_.size()) {
        link();
    }

    double steps() const {
        std::size_t low = 0, high = x_.size() - 1;
        double dip = 1;
        while (true) {
            const Places minorant = chain_of_minorant(low, high);
            const Places majorant = chain_of_majorant(low, high);
            const Widest widest = widest_between(minorant, majorant);
            if (widest.distance < dip) return dip;
            dip = std::max({dip, above_minorant(minorant, widest.of_minorant),
                            below_majorant(majorant, widest.of_majorant)});
            const std::size_t next_low = minorant[widest.of_minorant];
            const std::size_t next_high = majorant[widest.of_majorant];
            if (next_low == low && next_high == high) return dip;
            low = next_low;
            high = next_high;
        }
    }

  private:
    /// The vertex before each place on the convex minorant that ends there, and after each on the
    /// concave majorant that begins there.
    void link() {
        const std::size_t n = x_.size();
        for (std::size_t j = 1; j < n; ++j) {
            std::size_t at = j - 1;
            while (at > 0 && slope(before_[at], at) >= slope(at, j)) at = before_[at];
            before_[j] = at;
        }
        after_[n - 1] = n - 1;
        for (std::size_t k = n - 1; k-- > 0;) {
            std::size_t at = k + 1;
            while (at < n - 1 && slope(k, at) <= slope(at, after_[at])) at = after_[at];
            after_[k] = at;
        }
    }

    double slope(std::size_t from, std::size_t to) const {
        return static_cast<double>(to - from) / (x_[to] - x_[from]);  // infinite for ties
    }

    /// From high down to low.
    Places chain_of_minorant(std::size_t low, std::size_t high) const {
        Places chain = {high};
        while (chain.back() > low) chain.push_back(before_[chain.back()]);
        return chain;
    }
    /// From low up to high.
    Places chain_of_majorant(std::size_t low, std::size_t high) const {
        Places chain = {low};
        while (chain.back() < high) chain.push_back(after_[chain.back()]);
        return chain;
    }

    struct Widest {
        double distance = 0;
        std::size_t of_minorant = 0, of_majorant = 0;  ///< the vertices about it, in their chains
    };

    double on_line(std::size_t from, std::size_t to, std::size_t at) const {
        return x_[to] > x_[from]
                   ? (x_[at] - x_[from]) * static_cast<double>(to - from) / (x_[to] - x_[from])
                   : 0;
    }

    /// The greatest distance of the two, which lies at a vertex of one of them.
    Widest widest_between(const Places& minorant, const Places& majorant) const {
        if (minorant.size() == 2 && majorant.size() == 2) return {1, 1, 1};
        Widest widest{0, minorant.size() - 1, majorant.size() - 1};
        std::size_t g = minorant.size() - 2, l = 1;  // the next vertex of each, from the left
        while (true) {
            const std::size_t of_minorant = minorant[g], of_majorant = majorant[l];
            double distance = 0;
            const bool is_majorant_next = of_minorant > of_majorant;
            if (is_majorant_next) {
                const std::size_t from = minorant[g + 1];
                distance = static_cast<double>(of_majorant - from) + 1 -
                           on_line(from, of_minorant, of_majorant);
                if (distance >= widest.distance) widest = {distance, g + 1, l};
                ++l;
            } else {
                const std::size_t from = majorant[l - 1];
                distance = on_line(from, of_majorant, of_minorant) -
                           (static_cast<double>(of_minorant) - static_cast<double>(from) - 1);
                if (distance >= widest.distance) widest = {distance, g, l};
                if (g == 0) return widest;
                --g;
            }
            l = std::min(l, majorant.size() - 1);
            if (minorant[g] == majorant[l]) return widest;
        }
    }

    /// How far the steps rise above the minorant left of the modal interval.
    double above_minorant(const Places& minorant, std::size_t from) const {
        double most = 1;
        for (std::size_t v = from; v + 1 < minorant.size(); ++v) {
            const std::size_t begin = minorant[v + 1], end = minorant[v];
            for (std::size_t i = begin; i <= end && x_[end] > x_[begin]; ++i)
                most = std::fmax(most, static_cast<double>(i - begin) + 1 - on_line(begin, end, i));
        }
        return most;
    }

    /// How far they fall below the majorant right of it.
    double below_majorant(const Places& majorant, std::size_t from) const {
        double most = 1;
        for (std::size_t v = from; v + 1 < majorant.size(); ++v) {
            const std::size_t begin = majorant[v], end = majorant[v + 1];
            for (std::size_t i = begin; i <= end && x_[end] > x_[begin]; ++i)
                most = std::fmax(most, on_line(begin, end, i) - (static_cast<double>(i) -
                                                                 static_cast<double>(begin) - 1));
        }
        return most;
    }

    std::vector<double> x_;
    Places before_, after_;
};

}  // namespace

double dip_of(std::vector<double> values) {
    std::ranges::sort(values);
    if (values.empty() || !(values.back() > values.front())) return 0;
    const auto n = static_cast<double>(values.size());
    return DipSearch(std::move(values)).steps() / (2 * n);
}

DipTest dip_test(const std::vector<double>& values, std::size_t samples, std::uint64_t seed,
                 unsigned threads, Stop stop) {
    DipTest test;
    test.dip = dip_of(values);
    const std::size_t n = values.size();
    const auto dips =
        replicate(samples, 1, threads, stop, [&](std::size_t i, std::span<double> out) {
            RandomStream random(seed, i);
            std::vector<double> uniform(n);
            for (double& x : uniform) x = random.uniform();
            out[0] = dip_of(std::move(uniform));
        });
    test.samples = dips.size();
    const auto as_large = std::ranges::count_if(dips, [&](double dip) { return dip >= test.dip; });
    test.p = (1 + static_cast<double>(as_large)) / (1 + static_cast<double>(test.samples));
    return test;
}

}  // namespace sneddon
