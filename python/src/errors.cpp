#include "bindings.hpp"

namespace sneddon::python {
namespace {

/// sneddon.Error is a class of Python: it has five attributes, and pickles.
void raise(const Error& error) {
    try {
        const nb::object type = nb::module_::import_("sneddon._error").attr("Error");
        const nb::object instance =
            type(error.code, error.where, error.found, error.expected, error.fix);
        PyErr_SetObject(type.ptr(), instance.ptr());
    } catch (nb::python_error& trouble) {
        trouble.restore();
    }
}

void translate(const std::exception_ptr& exception, void*) {
    try {
        std::rethrow_exception(exception);
    } catch (const Refused& refused) {
        raise(refused.error);
    }
}

}  // namespace

void bind_errors(nb::module_&) {
    nb::register_exception_translator(translate);
}

}  // namespace sneddon::python
