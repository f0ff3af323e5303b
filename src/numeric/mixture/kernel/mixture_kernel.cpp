#include "numeric/mixture/kernel/mixture_kernel.hpp"

#include <cassert>

namespace sneddon {
namespace {

bool can_run(InstructionSet set) {
#if defined(__x86_64__)
    switch (set) {
        case InstructionSet::scalar:
            return true;
        case InstructionSet::avx2:
            return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
        case InstructionSet::avx512:
            return __builtin_cpu_supports("avx512f");
    }
    return false;
#else
    return set == InstructionSet::scalar;
#endif
}

const MixtureKernel* compiled_kernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::scalar:
            return scalar_mixture_kernel();
        case InstructionSet::avx2:
            return avx2_mixture_kernel();
        case InstructionSet::avx512:
            return avx512_mixture_kernel();
    }
    return nullptr;
}

}  // namespace

bool is_available(InstructionSet set) {
    return compiled_kernel(set) != nullptr && can_run(set);
}

InstructionSet fastest_instruction_set() {
    if (is_available(InstructionSet::avx512)) return InstructionSet::avx512;
    if (is_available(InstructionSet::avx2)) return InstructionSet::avx2;
    return InstructionSet::scalar;
}

const MixtureKernel& mixture_kernel(InstructionSet set) {
    assert(is_available(set));
    return *compiled_kernel(set);
}

}  // namespace sneddon
