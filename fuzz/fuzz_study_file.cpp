// Any bytes as study.toml: facts, or an error with a page.
#include <cstdint>

#include "recipe/study_file.hpp"
#include "scratch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon::fuzz;
    require_answer(sneddon::read_study_file(scratch_file("study.toml", bytes_of(data, size))));
    return 0;
}
