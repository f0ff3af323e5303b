// ln and e^x of whole columns, several values at once; the same bits on every processor.
#pragma once

#include <span>

namespace sneddon {

/// ln x of each, to 1 ulp, as std::log where x is not a positive normal number. The two spans have
/// one size and do not overlap.
void natural_logs(std::span<const double> x, std::span<double> ln_x);

/// e^(factor x) of each, to 1 ulp of the rounded product, as std::exp where that is beyond +-700.
/// The two spans have one size and do not overlap.
void exponentials(double factor, std::span<const double> x, std::span<double> powers);

}  // namespace sneddon
