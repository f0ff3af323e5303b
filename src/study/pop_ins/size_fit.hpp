// Laws of the sizes of pop-ins above the size from which on they are seen.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "base/nan.hpp"
#include "sneddon/numeric/information_criteria.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

enum class SizeFamily {
    power_law,   ///< density x^-alpha
    cut_off,     ///< x^-alpha exp(-x/x_c)
    exponential  ///< exp(-x/x_c)
};
inline constexpr std::array all_size_families = {SizeFamily::power_law, SizeFamily::cut_off,
                                                 SizeFamily::exponential};
std::string_view name(SizeFamily family);  ///< "power law", ...

struct SeenSize {
    double size;
    double from;  ///< where it was measured, such sizes and larger ones are seen
};

inline constexpr std::size_t fewest_sizes = 20;

enum class SizeState {
    fitted,
    too_few,     ///< fewer than fewest_sizes
    no_maximum,  ///< of cut_off: none inside; the plain laws are as likely
};
std::string_view words(SizeState state);

struct SizeFit {
    SizeFamily family = SizeFamily::power_law;
    SizeState state = SizeState::too_few;
    double alpha = nan, cut = nan;  ///< cut: x_c in the unit of the sizes
    /// 95 % by profile likelihood; NaN: on that side the likelihood never falls far enough.
    Interval alpha_ci95, cut_ci95;
    double log_likelihood = nan;
    InformationCriteria criteria;

    bool is_fitted() const { return state == SizeState::fitted; }
    /// P(X > size | X > from).
    double survival(double size, double from) const;
};

enum class SizeIntervals { profile, none };

/// Maximum likelihood, each size given that it is above its own `from` > 0. power_law: alpha = 1 +
/// n/sum ln(x/from) (Clauset, Shalizi and Newman 2009, eq. 3.1, derived for one xmin each);
/// exponential: x_c = mean(x - from); cut_off: Newton's iteration in alpha and ln x_c.
SizeFit fit_sizes(std::span<const SeenSize> sizes, SizeFamily family,
                  SizeIntervals intervals = SizeIntervals::profile);

}  // namespace sneddon
