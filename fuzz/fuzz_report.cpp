// Any bytes as an OUT (scratch.hpp says how): read back, every figure drawn, the page written.
#include <cstdint>
#include <sstream>

#include "figure/study/figure_list.hpp"
#include "report/report_html.hpp"
#include "results/written_study.hpp"
#include "scratch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sneddon;
    using namespace sneddon::fuzz;
    const auto study = read_study(scratch_output(bytes_of(data, size)));
    require_answer(study);
    if (!study) return 0;
    std::ostringstream page;
    write_report_html(page, *study, draw_figures(*study, {}), {});
    require(page.str().starts_with("<!"));
    return 0;
}
