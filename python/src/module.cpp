#include "bindings.hpp"
#include "sneddon/version.hpp"

NB_MODULE(_engine, module) {
    using namespace sneddon::python;
    module.doc() = "The engine of Sneddon. Use the package `sneddon`, which says what is public.";
    module.attr("version") = std::string(sneddon::version);
    bind_errors(module);
    bind_long_work(module);
    bind_requests(module);
    bind_curves(module);
    bind_studies(module);
    bind_fits(module);
    bind_calibration(module);
    bind_tables(module);
}
