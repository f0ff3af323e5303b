// Mean and spread of some tests, and what few tests have.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sneddon {

/// A cluster's number; none: all tests, clustered or not.
using Label = std::optional<int>;

struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

struct Summary {
    double mean = std::numeric_limits<double>::quiet_NaN();
    double sd = std::numeric_limits<double>::quiet_NaN();  ///< n - 1; NaN for n < 2
    std::size_t n = 0;
};

struct Quartiles {
    double median = std::numeric_limits<double>::quiet_NaN();
    double q25 = std::numeric_limits<double>::quiet_NaN();
    double q75 = std::numeric_limits<double>::quiet_NaN();
};

/// Values that are not finite are left out.
Summary summarise(std::span<const double> values);
Quartiles quartiles(std::span<const double> values);

/// What the rows of a large table do not have: where it was never written it takes no room and
/// reads as a T{}.
template <class T>
class Seldom {
  public:
    Seldom& operator=(T value) {
        held_.assign(1, std::move(value));
        return *this;
    }
    bool is_there() const { return !held_.empty(); }
    const T& operator*() const {
        static const T none{};
        return held_.empty() ? none : held_.front();
    }
    const T* operator->() const { return &**this; }
    template <class Place>
    decltype(auto) operator[](Place place) const {
        return (**this)[place];
    }
    template <class Place>
    decltype(auto) operator[](Place place) {
        if (held_.empty()) held_.emplace_back();
        return held_.front()[place];
    }

  private:
    std::vector<T> held_;
};

}  // namespace sneddon
