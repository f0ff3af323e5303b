// Any bytes as rows below the heads of KLA's curve CSV, below those of a NanoSuite sheet saved as
// CSV, or as the whole file: the first byte says which.
#include <cstdint>
#include <string>

#include "check_content.hpp"

namespace {

const std::string heads[] = {
    "Markers,Displacement,Force,Time,DEPTH,LOAD,STIFFNESS,HARDNESS,hdotOverh,X Axis Position,\n"
    ",nm,mN,s,nm,mN,N/m,GPa,1/s,\xC2\xB5m,\n",
    "Segment,Displacement Into Surface,Load On Sample,Time On Sample\n,nm,mN,s\n", ""};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    sneddon::fuzz::check(
        sneddon::read_bytes(heads[data[0] % std::size(heads)] + bytes, "fuzz.csv", {}));
    return 0;
}
