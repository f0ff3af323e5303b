// Reads an area function, evaluates it, and runs a study: nothing but installed headers.
#include <cstdio>

#include "sneddon/model/area_function.hpp"
#include "sneddon/pipeline/run.hpp"

int main(int, char** arguments) {
    const auto area = sneddon::parse_area_function("24.5");
    if (!area || sneddon::projected_area_nm2(*area, 10) != 2450) return 1;

    sneddon::RunRequest request;
    request.paths = {arguments[1]};
    request.output_folder = arguments[2];
    const auto study = sneddon::run(request, {});
    if (!study) return std::puts(message(study.error()).c_str()), 1;
    std::printf("%zu tests\n", study->tests.size());
    return study->tests.empty();
}
