#include "numeric/elementary/elementary.hpp"

#include <cassert>
#include <cmath>

#include "numeric/elementary/elementary_kernel.hpp"

namespace sneddon {
namespace {

bool has_avx2() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

const ElementaryKernel& kernel() {
    static const ElementaryKernel* const fastest = avx2_elementary_kernel() && has_avx2()
                                                       ? avx2_elementary_kernel()
                                                       : scalar_elementary_kernel();
    return *fastest;
}

}  // namespace

void natural_logs(std::span<const double> x, std::span<double> ln_x) {
    assert(x.size() == ln_x.size());
    if (kernel().natural_logs(x.data(), x.size(), ln_x.data()) == x.size()) return;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (is_in_range_of_log(x[i]) == 0) ln_x[i] = std::log(x[i]);
}

void exponentials(double factor, std::span<const double> x, std::span<double> powers) {
    assert(x.size() == powers.size());
    if (kernel().exponentials(factor, x.data(), x.size(), powers.data()) == x.size()) return;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!is_in_range_of_exp(factor * x[i])) powers[i] = std::exp(factor * x[i]);
}

}  // namespace sneddon
