// What the files of the binding share: the engine's headers under nanobind's names, and one
// function for each group of names.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include <utility>

#include "sneddon/base/result.hpp"

namespace sneddon::python {

namespace nb = nanobind;

/// Carries an error of the engine to the border, where it becomes sneddon.Error.
struct Refused {
    Error error;
};

/// The value, or sneddon.Error in Python.
template <class T>
T value_or_raise(Result<T> result) {
    if (!result) throw Refused{result.error()};
    return std::move(result).value();
}

void bind_errors(nb::module_& module);
void bind_long_work(nb::module_& module);
void bind_requests(nb::module_& module);
void bind_curves(nb::module_& module);
void bind_studies(nb::module_& module);
void bind_fits(nb::module_& module);
void bind_calibration(nb::module_& module);
void bind_tables(nb::module_& module);

}  // namespace sneddon::python
