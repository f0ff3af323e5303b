// Any bytes as an OUT (scratch.hpp says how) beside itself: what `sneddon compare` reads.
#include <cstdint>

#include "scratch.hpp"
#include "sneddon/results/written_tests.hpp"
#include "sneddon/tools/compare.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon::fuzz;
    const std::string out = scratch_output(bytes_of(data, size));
    require_answer(sneddon::compare_outputs(out, out));
    return 0;
}
