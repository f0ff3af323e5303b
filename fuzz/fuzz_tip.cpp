// Any bytes as a tip: the first says whether as an .ara file, as an .afn file or as one line of
// text. What is taken has an area that is no less than nothing.
#include <cstdint>

#include "read/umis_afn.hpp"
#include "recipe/area_text.hpp"
#include "scratch.hpp"
#include "sneddon/read/read_file.hpp"

namespace {

using namespace sneddon;
using namespace sneddon::fuzz;

void require_same_again(const Result<AreaFunction>& area) {
    require_answer(area);
    if (!area) return;
    const std::string text = area_text(*area);
    const auto again = area_of_text(text, "fuzz", "");
    require(again.ok() && area_text(*again) == text);
}

void require_rising(const Result<AreaTable>& table) {
    require_answer(table);
    if (!table) return;
    require(table->h_c_nm.size() == table->A_nm2.size() && table->A_nm2.size() >= 5);
    for (std::size_t i = 1; i < table->A_nm2.size(); ++i)
        require(table->h_c_nm[i] > table->h_c_nm[i - 1] && table->A_nm2[i] > table->A_nm2[i - 1]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes = bytes_of(data + 1, size - 1);
    switch (data[0] % 3) {
        case 0:
            require_same_again(read_area_function_file(scratch_file("tip.ara", bytes)));
            break;
        case 1:
            require_rising(read_umis_area_file(scratch_file("tip.afn", bytes)));
            break;
        default:
            // A name of a file would be read: the folder has none.
            require_same_again(area_of_text(std::string(bytes), "fuzz", scratch_folder().string()));
    }
    return 0;
}
