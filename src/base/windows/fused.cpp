// MinGW's fma rounds more than once (up to 1 ulp away) and takes some thirty instructions. The
// linker puts the processor's own in its place (--wrap in cmake/windows.cmake), as the C library of
// Linux does: the scalar code then has the bits of the vector code, and of Linux.

extern "C" double __real_fma(double x, double y, double z);

namespace {

__attribute__((target("fma"))) double fused(double x, double y, double z) {
    return __builtin_fma(x, y, z);
}

}  // namespace

/// MinGW's where the processor has none (before 2013).
extern "C" double __wrap_fma(double x, double y, double z) {
    return __builtin_cpu_supports("fma") ? fused(x, y, z) : __real_fma(x, y, z);
}
