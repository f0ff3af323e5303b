// One test: read, analyse, and what comes out of it.
#include <memory>
#include <span>

#include "bindings.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/tools/engine.hpp"
#include "sneddon/tools/show.hpp"
#include "views.hpp"

namespace sneddon::python {
namespace {

/// A cycle keeps the test that it belongs to.
struct Analysed {
    std::shared_ptr<const TestResult> result;
};
struct AnalysedCycle {
    std::shared_ptr<const TestResult> result;
    std::size_t at;

    const CycleResult& operator*() const { return result->cycles[at]; }
    const CycleResult* operator->() const { return &**this; }
};

QuantityIndex quantity_of(const std::string& id) {
    if (const auto quantity = find_quantity(id)) return *quantity;
    std::vector<std::string_view> ids;
    for (const QuantityInfo& info : quantity_table) ids.push_back(info.id);
    const std::string near = nearest_name(id, ids);
    const std::string words = id + (near.empty() ? "" : "; did you mean " + near + "?");
    throw nb::key_error(words.c_str());
}

using Numbers = nb::typed<nb::dict, std::string, double>;
using Channels = nb::typed<nb::dict, std::string, ColumnView>;
using Tests = nb::typed<nb::list, Test>;

Numbers dict_of(const QuantityValues& values) {
    Numbers dict;
    for (std::size_t i = 0; i < quantity_count; ++i) {
        const std::string_view id = quantity_table[i].id;
        dict[nb::str(id.data(), id.size())] = values[QuantityIndex{i}];
    }
    return dict;
}

std::vector<AnalysedCycle> cycles_of(const Analysed& analysed) {
    std::vector<AnalysedCycle> cycles;
    for (std::size_t i = 0; i < analysed.result->cycles.size(); ++i)
        cycles.push_back({analysed.result, i});
    return cycles;
}

Analysed analyse_columns(const ColumnArgument& time_s, const ColumnArgument& depth_nm,
                         const ColumnArgument& load_uN, const AnalysisRecipe& recipe) {
    const CurveView curve{span_of(time_s), span_of(depth_nm), span_of(load_uN)};
    const nb::gil_scoped_release released;
    return {std::make_shared<TestResult>(value_or_raise(analyse(curve, recipe)))};
}

Analysed analyse_test(const Test& test, const AnalysisRecipe& recipe) {
    const nb::gil_scoped_release released;
    return {std::make_shared<TestResult>(analyse(test, recipe))};
}

FileContent read(const std::string& path, const std::map<std::string, std::string>& units,
                 const std::map<std::string, std::string>& columns, unsigned threads) {
    const nb::gil_scoped_release released;
    return value_or_raise(read_file(path, {units, threads, columns}));
}

ColumnView column_of(nb::handle_t<Test> self, std::vector<double> Curve::*column) {
    return view_of(nb::cast<const Test&>(self).curve.*column, self);
}

Channels channels_of(nb::handle_t<Test> self) {
    Channels views;
    for (const Channel& channel : nb::cast<const Test&>(self).curve.channels)
        views[nb::cast(channel.name)] = nb::cast(view_of(channel.values, self));
    return views;
}

void bind_small_parts(nb::module_& module) {
    nb::class_<Flag>(module, "Flag",
                     "A doubt about a test, with its number and the limit it broke.")
        .def_ro("code", &Flag::code)
        .def_ro("number", &Flag::number)
        .def_ro("limit", &Flag::limit)
        .def_ro("text", &Flag::text);
    nb::class_<Inference>(module, "Inference", "What was concluded, with its evidence.")
        .def_ro("what", &Inference::what)
        .def_ro("value", &Inference::value)
        .def_ro("evidence", &Inference::evidence);
    nb::class_<VendorValue>(module, "VendorValue",
                            "A number that the instrument's program wrote into the file.")
        .def_ro("id", &VendorValue::id)
        .def_ro("unit", &VendorValue::unit)
        .def_ro("value", &VendorValue::value)
        .def_ro("cycle", &VendorValue::cycle);
    nb::class_<Correction>(module, "Correction", "One correction of the curve, with its evidence.")
        .def_ro("what", &Correction::what)
        .def_ro("value", &Correction::value)
        .def_ro("u", &Correction::u)
        .def_ro("unit", &Correction::unit)
        .def_ro("method", &Correction::method)
        .def_ro("evidence", &Correction::evidence)
        .def_ro("is_applied", &Correction::is_applied)
        .def_ro("is_by_instrument", &Correction::is_by_instrument);
    nb::class_<Segment>(module, "Segment", "Points [begin, end) of the curve.")
        .def_prop_ro("kind", [](const Segment& segment) { return name(segment.kind); })
        .def_ro("begin", &Segment::begin)
        .def_ro("end", &Segment::end);
    nb::class_<PopIn>(module, "PopIn", "A sudden step of depth, or of load.")
        .def_prop_ro("kind", [](const PopIn& pop_in) { return name(pop_in.kind); })
        .def_ro("first", &PopIn::first)
        .def_ro("last", &PopIn::last)
        .def_ro("load_uN", &PopIn::load_uN)
        .def_ro("depth_nm", &PopIn::depth_nm)
        .def_ro("jump_nm", &PopIn::jump_nm)
        .def_ro("energy_pJ", &PopIn::energy_pJ)
        .def_ro("p_detect", &PopIn::p_detect)
        .def_ro("load_drop_uN", &PopIn::load_drop_uN);
    nb::class_<FittedUnloading>(module, "FittedUnloading",
                                "h = h_p + k (P/F_ref)^(1/m) over [P_low, P_high].")
        .def_ro("is_fitted", &FittedUnloading::is_fitted)
        .def_ro("h_p_nm", &FittedUnloading::h_p_nm)
        .def_ro("k_nm", &FittedUnloading::k_nm)
        .def_ro("m", &FittedUnloading::m)
        .def_ro("F_ref_uN", &FittedUnloading::F_ref_uN)
        .def_ro("P_low_uN", &FittedUnloading::P_low_uN)
        .def_ro("P_high_uN", &FittedUnloading::P_high_uN);
}

void bind_test(nb::module_& module) {
    nb::class_<Test>(module, "Test", "One indent: its curve and what the file says of it.")
        .def_ro("number", &Test::number)
        .def_ro("name", &Test::name)
        .def_ro("time_stamp", &Test::time_stamp)
        .def_prop_ro("position_um",
                     [](const Test& test) -> std::optional<std::pair<double, double>> {
                         if (!test.position) return std::nullopt;
                         return std::pair{test.position->x_um, test.position->y_um};
                     })
        .def_ro("vendor_values", &Test::vendor_values)
        .def_ro("inferences", &Test::inferences)
        .def_ro("flags", &Test::reader_flags)
        .def_prop_ro("time_s",
                     [](nb::handle_t<Test> self) { return column_of(self, &Curve::time_s); })
        .def_prop_ro("depth_nm",
                     [](nb::handle_t<Test> self) { return column_of(self, &Curve::depth_nm); })
        .def_prop_ro("load_uN",
                     [](nb::handle_t<Test> self) { return column_of(self, &Curve::load_uN); })
        .def_prop_ro("channels", &channels_of)
        .def_prop_ro("channel_units",
                     [](const Test& test) {
                         std::map<std::string, std::string> units;
                         for (const Channel& channel : test.curve.channels)
                             units[channel.name] = channel.unit;
                         return units;
                     })
        .def("__len__", [](const Test& test) { return test.curve.size(); });
}

void bind_results(nb::module_& module) {
    nb::class_<AnalysedCycle>(module, "AnalysedCycle", "One load-hold-unload with its numbers.")
        .def_prop_ro("number", [](const AnalysedCycle& cycle) { return cycle->cycle; })
        .def_prop_ro("is_usable", [](const AnalysedCycle& cycle) { return cycle->is_usable; })
        .def_prop_ro("reason", [](const AnalysedCycle& cycle) { return cycle->reason; })
        .def_prop_ro("values", [](const AnalysedCycle& cycle) { return dict_of(cycle->values); })
        .def_prop_ro("u_random",
                     [](const AnalysedCycle& cycle) { return dict_of(cycle->uncertainty.random); })
        .def_prop_ro("u_common",
                     [](const AnalysedCycle& cycle) { return dict_of(cycle->uncertainty.common); })
        .def_prop_ro("flags", [](const AnalysedCycle& cycle) { return cycle->flags; })
        .def_prop_ro("pop_ins", [](const AnalysedCycle& cycle) { return cycle->pop_ins; })
        .def_prop_ro("fit", [](const AnalysedCycle& cycle) { return cycle->fit; })
        .def("__getitem__", [](const AnalysedCycle& cycle, const std::string& id) {
            return cycle->values[quantity_of(id)];
        });
    nb::class_<Analysed>(module, "Analysed", "What the analysis of one test gives.")
        .def_prop_ro("cycles", &cycles_of)
        .def_prop_ro("corrections",
                     [](const Analysed& analysed) { return analysed.result->correction.steps; })
        .def_prop_ro("segments", [](const Analysed& analysed) { return analysed.result->segments; })
        .def_prop_ro("inferences",
                     [](const Analysed& analysed) { return analysed.result->inferences; })
        .def("__getitem__", [](const Analysed& analysed, const std::string& id) {
            return analysed.result->cycles.at(0).values[quantity_of(id)];
        });
}

}  // namespace

void bind_curves(nb::module_& module) {
    bind_small_parts(module);
    bind_test(module);
    bind_results(module);
    nb::class_<FileContent>(module, "FileContent", "Tests of one file, or what it is instead.")
        .def_ro("format", &FileContent::format)
        .def_ro("companion", &FileContent::companion)
        .def("take_tests", [](FileContent& content) {
            Tests tests;
            for (Test& test : content.tests) tests.append(nb::cast(std::move(test)));
            content.tests.clear();
            return tests;
        });
    module.def("read", &read, nb::arg("path"), nb::arg("units"), nb::arg("columns"),
               nb::arg("threads"));
    module.def("analyse_columns", &analyse_columns, nb::arg("time_s").noconvert(),
               nb::arg("depth_nm").noconvert(), nb::arg("load_uN").noconvert(), nb::arg("recipe"));
    module.def("analyse_test", &analyse_test, nb::arg("test"), nb::arg("recipe"));
    module.def("quantities", [] {
        std::vector<std::map<std::string, std::string>> list;
        for (const QuantityInfo& info : quantity_table)
            list.push_back({{"id", std::string(info.id)},
                            {"symbol", std::string(info.symbol)},
                            {"unit", std::string(info.unit)},
                            {"text", std::string(info.text)}});
        return list;
    });
}

}  // namespace sneddon::python
