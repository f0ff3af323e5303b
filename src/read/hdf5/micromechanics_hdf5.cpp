// HDF5 files of the micromechanics project, version 2: groups test_1, test_2, ... with the columns
// in their group `data`. docs/formats/hdf5.md has layout and traps.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "base/encoding.hpp"
#include "base/nan.hpp"
#include "read/container/hdf5/hdf5_numbers.hpp"
#include "read/hdf5/micromechanics_units.hpp"
#include "read/readers.hpp"
#include "read/text/table_body.hpp"
#include "read/text/test_without_curve.hpp"
#include "read/text/units.hpp"

namespace sneddon {
namespace {

struct GroupOfTest {
    int number = 0;
    std::string name;
    const Hdf5Node* node = nullptr;
};

std::optional<int> number_of_test(std::string_view name) {
    constexpr std::string_view word = "test_";
    if (!name.starts_with(word)) return std::nullopt;
    int number = 0;
    const char* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + word.size(), end, number);
    if (error != std::errc() || stop != end || number < 0) return std::nullopt;
    return number;
}

std::vector<GroupOfTest> groups_of_tests(const Hdf5File& file) {
    std::vector<GroupOfTest> tests;
    for (const auto& [name, index] : file.root().members)
        if (const auto number = number_of_test(name))
            tests.push_back({*number, text_utf8(name), &file.node(index)});
    std::ranges::stable_sort(tests, {}, &GroupOfTest::number);
    // "test_1" and "test_01": counted anew.
    const auto is_same = [](const auto& a, const auto& b) { return a.number == b.number; };
    if (std::ranges::adjacent_find(tests, is_same) != tests.end())
        for (std::size_t i = 0; i < tests.size(); ++i) tests[i].number = static_cast<int>(i) + 1;
    return tests;
}

/// One test of a file.
class TestReader {
  public:
    TestReader(const Hdf5File& file, const Source& source, const GroupOfTest& group)
        : file_(file), source_(source), group_(group), uri_(file.text(file.root(), "uri")) {}

    Result<Test> read() {
        columns_ = file_.find(*group_.node, "data");
        if (!columns_) return missing("a group 'data'");
        if (auto error = read_curve()) return *error;
        read_channels();
        cut_approach();
        mark_segments();
        read_numbers(*group_.node);
        read_numbers(*columns_);
        set_position();
        if (test_.curve.size() < 2)
            return Error{"SND-R011", where(), "less than two points", "the points of a curve", ""};
        return std::move(test_);
    }

  private:
    std::string where() const { return fmt::format("{}, {}", source_.name, group_.name); }
    Error missing(std::string_view what) const {
        std::string there;
        const Hdf5Node& node = columns_ ? *columns_ : *group_.node;
        constexpr std::size_t most_names = 8;
        for (std::size_t i = 0; i < std::min(node.members.size(), most_names); ++i)
            there += (there.empty() ? "" : ", ") + text_utf8(node.members[i].first);
        return {"SND-R017", where(), there.empty() ? "nothing" : there, std::string(what),
                "convert the instrument's file again"};
    }

    std::optional<Error> read_curve() {
        const ConverterUnits* converter = find_converter(uri_);
        Curve& curve = test_.curve;
        if (auto error = read_column(Dimension::load, load_names(),
                                     converter ? converter->load : "", curve.load_uN))
            return error;
        if (auto error = read_column(Dimension::depth, depth_names(),
                                     converter ? converter->depth : "", curve.depth_nm))
            return error;
        if (auto error = read_column(Dimension::time, time_names(), "s", curve.time_s))
            return error;
        const std::size_t points = curve.time_s.size();
        if (curve.load_uN.size() != points || curve.depth_nm.size() != points)
            return Error{"SND-R012", where(),
                         fmt::format("{} loads, {} depths and {} times", curve.load_uN.size(),
                                     curve.depth_nm.size(), points),
                         "as many of each", "convert the instrument's file again"};
        for (const auto* column : {&curve.load_uN, &curve.depth_nm})
            if (std::ranges::all_of(*column, [](double v) { return std::isnan(v); }))
                return Error{"SND-R021", where(), "a column without a number", "loads and depths",
                             "convert the instrument's file again"};
        return std::nullopt;
    }

    std::optional<Error> read_column(Dimension dimension, std::span<const std::string_view> names,
                                     std::string_view unit_of_converter,
                                     std::vector<double>& column) {
        const Hdf5Node* node = nullptr;
        std::string_view found;
        for (const std::string_view known : names) {
            found = known;
            if ((node = file_.find(*columns_, known)) && node->dataset) break;
        }
        if (!node || !node->dataset || node->dataset->rank != 1)
            return missing(fmt::format("a column of {}", name(dimension)));
        const auto unit = unit_of(dimension, *node, found, unit_of_converter);
        if (!unit) return unit.error();
        auto values = read_values(*node->dataset, found);
        if (!values) return values.error();
        column = std::move(*values);
        for (double& value : column) value = value * unit->times / unit->per;
        taken_.insert(found);
        return std::nullopt;
    }

    Result<std::vector<double>> read_values(const Hdf5Dataset& dataset, std::string_view what) {
        auto values = hdf5_doubles(file_, dataset, fmt::format("{}/data/{}", group_.name, what));
        if (!values) return values;
        for (double& value : *values)
            if (!(std::abs(value) < no_value_from)) value = nan;
        return values;
    }

    std::string unit_text(const Hdf5Node& node) const {
        const std::string text = file_.text(node, "unit");
        return text.empty() ? file_.text(node, "units") : text;
    }

    /// What the column says, then what the user says, then what its converter always writes.
    Result<Unit> unit_of(Dimension dimension, const Hdf5Node& node, std::string_view column,
                         std::string_view unit_of_converter) {
        const std::string what = fmt::format("unit of {}", name(dimension));
        std::string text = unit_text(node);
        std::string evidence = fmt::format("attribute 'unit' of {}", column);
        const auto stated = source_.options.units.find(std::string(name(dimension)));
        if (text.empty() && stated != source_.options.units.end()) {
            text = stated->second;
            evidence = "--unit";
        } else if (text.empty()) {
            text = unit_of_converter;
            evidence = fmt::format("its converter {}", uri_.substr(uri_.rfind('/') + 1));
            if (dimension == Dimension::time) evidence = "as all of these files";
        }
        if (text.empty())
            return Error{"SND-R015", where(),
                         fmt::format("{} without a unit, from a converter that is not known ('{}')",
                                     column, uri_),
                         "an attribute 'unit'",
                         fmt::format("--unit {}={}", name(dimension), working_unit(dimension))};
        const auto unit = parse_unit(text);
        if (!unit || unit->dimension != dimension)
            return Error{"SND-R016", where(), fmt::format("'{}' as {}", text, what),
                         fmt::format("a unit of {}", name(dimension)),
                         fmt::format("--unit {}={}", name(dimension), working_unit(dimension))};
        test_.inferences.push_back({what, std::string(unit->name), evidence});
        return *unit;
    }

    void read_channels() {
        std::string others;
        for (const auto& [member, index] : columns_->members) {
            const Hdf5Node& node = file_.node(index);
            if (taken_.contains(member) || member == "indices" || !node.dataset) continue;
            const std::string name = text_utf8(member);
            const bool is_column = node.dataset->rank == 1 && is_number(node.dataset->type) &&
                                   node.dataset->count == test_.curve.size();
            auto values = is_column ? read_values(*node.dataset, name)
                                    : Result<std::vector<double>>(std::vector<double>());
            if (is_column && values)
                test_.curve.channels.push_back({name, unit_text(node), std::move(*values)});
            else
                others += (others.empty() ? "" : ", ") + name;
        }
        if (!others.empty())
            test_.inferences.push_back(
                {"columns left out", others, "not as many numbers as the curve has points"});
    }

    void cut(std::size_t begin, std::size_t end) {
        const auto keep = [&](std::vector<double>& column) {
            column.erase(column.begin() + static_cast<std::ptrdiff_t>(end), column.end());
            column.erase(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(begin));
        };
        for (auto* column : {&test_.curve.time_s, &test_.curve.depth_nm, &test_.curve.load_uN})
            keep(*column);
        for (Channel& channel : test_.curve.channels) keep(channel.values);
    }

    /// A Fischerscope sets its clock back while it approaches: the test begins with the last one.
    void cut_approach() {
        if (find_converter(uri_) == nullptr || find_converter(uri_)->converter != "hap2hdf") return;
        const std::vector<double>& time = test_.curve.time_s;
        std::size_t begin = 0;
        for (std::size_t i = 1; i < time.size(); ++i)
            if (time[i] < time[i - 1]) begin = i;
        if (begin == 0) return;
        cut(begin, time.size());
        test_.inferences.push_back({"approach", fmt::format("{} points left out", begin),
                                    "the clock is set back where they end"});
    }

    /// Micro Materials: how many points loading, hold and unloading have; what is behind them is
    /// the drift measurement, with other columns.
    void mark_segments() {
        const Hdf5Node* node = file_.find(*columns_, "indices");
        if (!node || !node->dataset || node->dataset->count != 3) return;
        const auto counts = hdf5_wholes(file_, *node->dataset, "indices");
        if (!counts) return;
        constexpr const char* labels[] = {"loading", "hold", "unloading"};
        const auto points = static_cast<std::int64_t>(test_.curve.size());
        std::int64_t first = 0;
        std::vector<SegmentMark> marks;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::int64_t count = (*counts)[i];
            if (count < 0 || count > points - first) return;
            if (count > 0) marks.push_back({static_cast<std::size_t>(first), labels[i]});
            first += count;
        }
        if (first < 2) return;
        test_.marks = std::move(marks);
        test_.mark_source = MarkSource::segment_table;
        set_clock_of_hold(static_cast<std::size_t>((*counts)[0]),
                          static_cast<std::size_t>((*counts)[0] + (*counts)[1]));
        if (first == points) return;
        cut(0, static_cast<std::size_t>(first));
        test_.inferences.push_back({"points behind the segments",
                                    fmt::format("{} left out", points - first),
                                    "'indices' says how many loading, hold and unloading have"});
    }

    /// The clock of a hold begins anew, that of the unloading goes on from the loading.
    void set_clock_of_hold(std::size_t begin, std::size_t end) {
        std::vector<double>& time = test_.curve.time_s;
        if (begin == 0 || begin == end || !(time[begin] < time[begin - 1])) return;
        const double loading_s = time[begin - 1];
        for (std::size_t i = begin; i < end; ++i) time[i] += loading_s;
        test_.inferences.push_back({"clock of the hold", fmt::format("{} s added", loading_s),
                                    "it begins anew where the loading ends"});
    }

    void read_numbers(const Hdf5Node& node) {
        for (const Hdf5Attribute& attribute : node.attributes) {
            const auto value = Hdf5File::number(attribute);
            if (value && std::abs(*value) < no_value_from)
                test_.vendor_values.push_back({text_utf8(attribute.name), "", *value, 1});
        }
    }

    void set_position() {
        const auto take = [&](const char* x, const char* y) {
            const auto x_um = file_.number(*group_.node, x), y_um = file_.number(*group_.node, y);
            if (!x_um || !y_um || !std::isfinite(*x_um) || !std::isfinite(*y_um)) return;
            test_.position = {*x_um, *y_um};
            test_.inferences.push_back(
                {"position", fmt::format("{}, {}", x, y), "attributes of the test"});
        };
        take("x_um", "y_um");
        // The sample of a NanoTest stands upright: x is the direction of the indenter.
        if (!test_.position) take("y_coordinate_um", "z_coordinate_um");
    }

    const Hdf5File& file_;
    const Source& source_;
    const GroupOfTest& group_;
    std::string uri_;
    const Hdf5Node* columns_ = nullptr;
    std::set<std::string_view> taken_;
    Test test_;
};

}  // namespace

bool is_micromechanics_hdf5(const Opening& opening) {
    if (!is_hdf5_file(opening.bytes)) return false;
    if (const auto file = Hdf5File::open(opening.bytes, ""))
        return file->find(file->root(), "instrument") != nullptr && !groups_of_tests(*file).empty();
    // One that was cut off still has names at its beginning.
    constexpr std::size_t looked_at = std::size_t{64} << 10;
    return opening.bytes.substr(0, looked_at).find("com_github_micromechanics") !=
           std::string_view::npos;
}

Result<FileContent> read_micromechanics_hdf5(const Source& source) {
    const auto file = Hdf5File::open(source.text, source.name);
    if (!file) return file.error();
    FileContent content;
    std::optional<Error> first_error;
    bool has_curve = false;
    for (const GroupOfTest& group : groups_of_tests(*file)) {
        auto test = TestReader(*file, source, group).read();
        if (!test && !first_error) first_error = test.error();
        has_curve = has_curve || test.ok();
        content.tests.push_back(test ? std::move(test).value() : test_without_curve(test.error()));
        content.tests.back().number = group.number;
        content.tests.back().name = group.name;
    }
    if (has_curve) return content;
    return first_error ? *first_error : file->damaged("no test");
}

}  // namespace sneddon
