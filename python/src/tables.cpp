#include "tables.hpp"

#include <algorithm>

#include "views.hpp"

namespace sneddon::python {
namespace {

/// Holds the table for Python.
struct Columns {
    SharedTable table;

    const TestsColumn& column(const std::string& head) const {
        const auto at = std::ranges::find(table->columns, head, &TestsColumn::head);
        if (at == table->columns.end()) throw nb::key_error(head.c_str());
        return *at;
    }
};

/// Columns that Python made: a name, a unit, and a list of numbers or of texts.
Columns columns_of(const std::vector<std::string>& heads, const std::vector<std::string>& units,
                   const nb::typed<nb::list, nb::object>& values) {
    auto table = std::make_shared<TestsTable>();
    for (std::size_t i = 0; i < heads.size(); ++i) {
        TestsColumn column{heads[i], units.at(i), false, {}, {}};
        if (!nb::try_cast(values[i], column.numbers)) {
            column.is_text = true;
            column.texts = nb::cast<std::vector<std::string>>(values[i]);
        }
        table->rows = column.is_text ? column.texts.size() : column.numbers.size();
        table->columns.push_back(std::move(column));
    }
    return {table};
}

}  // namespace

void bind_tables(nb::module_& module) {
    nb::class_<Columns>(module, "Columns", "Columns of one length, each with its unit.")
        .def(nb::new_(&columns_of), nb::arg("heads"), nb::arg("units"), nb::arg("values"))
        .def("__len__", [](const Columns& columns) { return columns.table->rows; })
        .def_prop_ro("heads",
                     [](const Columns& columns) {
                         std::vector<std::string> heads;
                         for (const auto& column : columns.table->columns)
                             heads.push_back(column.head);
                         return heads;
                     })
        .def("unit", [](const Columns& columns,
                        const std::string& head) { return columns.column(head).unit; })
        .def("is_text", [](const Columns& columns,
                           const std::string& head) { return columns.column(head).is_text; })
        .def("numbers",
             [](nb::handle_t<Columns> self, const std::string& head) {
                 return view_of(nb::cast<const Columns&>(self).column(head).numbers, self);
             })
        .def("texts", [](const Columns& columns,
                         const std::string& head) { return columns.column(head).texts; })
        .def("arrow_stream", [](const Columns& columns) { return arrow_stream(columns.table); });
    module.def(
        "read_tests_table",
        [](const std::string& output) {
            nb::gil_scoped_release released;
            return Columns{std::make_shared<TestsTable>(value_or_raise(read_tests_table(output)))};
        },
        nb::arg("output"));
}

}  // namespace sneddon::python
