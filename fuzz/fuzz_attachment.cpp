// Any bytes as a pattern and as an image that a study.toml attaches: refused, or stored as what OUT
// may hold. The report asks for the size of the image.
#include <cstdint>

#include "figure/plot/image_size.hpp"
#include "recipe/attachments.hpp"
#include "scratch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    const std::string_view bytes = bytes_of(data, size);
    const std::string file = scratch_file("attached", bytes);
    for (const char* kind : {"xrd", "image"}) {
        StudyFacts facts;
        facts.attachments = {{kind, file, "caption", std::nullopt}};
        const auto stored = read_attachments(facts);
        require_answer(stored);
        if (stored) require(stored->size() == 1 && !stored->front().content.empty());
    }
    const auto pixels = image_size(bytes);
    if (pixels) require(pixels->width >= 1 && pixels->height >= 1 && pixels->width <= 30'000);
    return 0;
}
