// Any bytes as a pair: up to the end of the root a head, behind it the numbers.
#include <cstdint>
#include <string_view>

#include "check_content.hpp"
#include "read/hysitron/tdm_tests.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    constexpr std::string_view end = "</usi:tdm>";
    const std::size_t found = bytes.find(end);
    const std::size_t border = found == bytes.npos ? bytes.size() : found + end.size();
    const auto head = sneddon::read_tdm_head(bytes.substr(0, border), "fuzz.tdm");
    if (!head) {
        sneddon::fuzz::require(head.error().code == "SND-R051");
        return 0;
    }
    const sneddon::ReadOptions options;
    const sneddon::Source source{bytes.substr(0, border), "fuzz.tdm", options};
    sneddon::fuzz::check(sneddon::tests_of_tdm(*head, bytes.substr(border), "fuzz.tdx", source));
    return 0;
}
