#include "read/hdf5/archive_points.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <deque>
#include <iterator>

#include "base/fresh_memory.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "read/container/hdf5/hdf5_numbers.hpp"
#include "read/hdf5/decimal_column.hpp"

namespace sneddon {
namespace {

struct StoredColumn {
    std::string what;
    const Hdf5Dataset* dataset = nullptr;
    int decimals = no_decimals;
    std::vector<Hdf5Piece> pieces;
};

Result<StoredColumn> find_column(const Hdf5File& file, std::string_view group,
                                 const std::string& name, std::uint64_t points) {
    StoredColumn column;
    column.what = fmt::format("{}/{}", group, name);
    const Hdf5Node* folder = file.find(file.root(), group);
    const Hdf5Node* node = folder ? file.find(*folder, name) : nullptr;
    if (!node || !node->dataset) return file.damaged(fmt::format("no {}", column.what));
    column.dataset = &*node->dataset;
    const Hdf5Type& type = column.dataset->type;
    if (column.dataset->count != points)
        return file.damaged(fmt::format("{} numbers in {} of tests with {} points",
                                        column.dataset->count, column.what, points));
    if (type.kind == Hdf5Type::Kind::whole) {
        constexpr double most_decimals = 15;  // a double holds 10^15 exactly
        const auto decimals = file.number(*node, "decimals");
        if (!decimals || !(*decimals >= 0 && *decimals <= most_decimals) || !type.is_signed ||
            type.size < 4)
            return file.damaged(fmt::format("{} without its number of decimals", column.what));
        column.decimals = static_cast<int>(*decimals);
    } else if (type.kind != Hdf5Type::Kind::real) {
        return file.damaged(fmt::format("{}, which is no number", column.what));
    }
    auto pieces = file.pieces(*column.dataset, column.what);
    if (!pieces) return pieces.error();
    column.pieces = std::move(*pieces);
    return column;
}

/// Reads on through a column; what is unpacked is kept for the next who begins in its middle.
class ColumnReader {
  public:
    explicit ColumnReader(const StoredColumn& column) : column_(column) {}

    bool read(std::uint64_t begin, std::size_t count, std::vector<double>& to) {
        to.reserve(count);
        bring_in_pages(to.data(), count * sizeof(double));
        to.resize(count);
        for (std::size_t done = 0; done < count;) {
            const std::uint64_t position = begin + done;
            if (!unpack(position)) return false;
            const Hdf5Piece& piece = column_.pieces[index_];
            const auto take = static_cast<std::size_t>(
                std::min<std::uint64_t>(count - done, piece.first + piece.count - position));
            const std::size_t width = column_.dataset->type.size;
            convert(raw_.substr((position - piece.first) * width, take * width),
                    std::span(to).subspan(done, take));
            done += take;
        }
        return true;
    }

  private:
    bool unpack(std::uint64_t position) {
        // All pieces but the last are as long as the first.
        const auto index = static_cast<std::size_t>(position / column_.pieces.front().count);
        if (index == index_) return true;
        index_ = none;
        const auto raw = Hdf5File::unpacked(*column_.dataset, column_.pieces[index], scratch_);
        if (!raw) return false;
        raw_ = *raw;
        index_ = index;
        return true;
    }
    void convert(std::string_view raw, std::span<double> to) const {
        const Hdf5Type& type = column_.dataset->type;
        if (column_.decimals == no_decimals) return hdf5_to_doubles(raw, type, to);
        if (type.size == sizeof(std::int32_t))
            return to_values<std::int32_t>(raw, column_.decimals, to);
        to_values<std::int64_t>(raw, column_.decimals, to);
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const StoredColumn& column_;
    Hdf5Scratch scratch_;
    std::string_view raw_;
    std::size_t index_ = none;
};

/// A channel of a test: which column, and where in it.
struct ChannelPlace {
    std::size_t column = 0;
    std::uint64_t begin = 0;
};

struct Places {
    std::vector<std::uint64_t> first_point;           // of each test, and behind the last
    std::vector<std::vector<ChannelPlace>> channels;  // of each test
    std::vector<std::uint64_t> points_of_channel;
};

Places places_of(const ArchiveTables& tables) {
    Places places;
    places.points_of_channel.resize(tables.channel_name.size());
    places.first_point.push_back(0);
    const auto channels = channels_of_tests(tables);
    for (std::size_t i = 0; i < tables.points.size(); ++i) {
        const auto points = static_cast<std::uint64_t>(tables.points[i]);
        places.first_point.push_back(places.first_point.back() + points);
        places.channels.emplace_back();
        for (const std::size_t column : channels[i]) {
            places.channels.back().push_back({column, places.points_of_channel[column]});
            places.points_of_channel[column] += points;
        }
    }
    return places;
}

using Columns = std::vector<StoredColumn>;  // time, depth, load, then the channels

Result<Columns> find_columns(const Hdf5File& file, const Places& places) {
    Columns columns;
    for (const char* name : {"time_s", "depth_nm", "load_uN"}) {
        auto column = find_column(file, "points", name, places.first_point.back());
        if (!column) return column.error();
        columns.push_back(std::move(*column));
    }
    for (std::size_t c = 0; c < places.points_of_channel.size(); ++c) {
        auto column =
            find_column(file, "channels", fmt::format("{}", c), places.points_of_channel[c]);
        if (!column) return column.error();
        columns.push_back(std::move(*column));
    }
    return columns;
}

/// Where the stretches of about so many points begin, and the end. Two neighbours unpack one piece
/// twice.
std::vector<std::size_t> stretches_of(const Places& places, std::uint64_t points_of_stretch) {
    std::vector<std::size_t> begins = {0};
    const std::size_t tests = places.first_point.size() - 1;
    for (std::size_t i = 1; i < tests; ++i)
        if (places.first_point[i] - places.first_point[begins.back()] >= points_of_stretch)
            begins.push_back(i);
    begins.push_back(tests);
    return begins;
}

/// The first number of points that no test has.
std::optional<std::int64_t> impossible_points(const ArchiveTables& tables) {
    constexpr std::int64_t most_points = std::int64_t{1} << 48;  // no file holds as many
    std::vector<bool> is_flagged(tables.points.size());
    for (const std::int64_t test : tables.flag_test)
        is_flagged[static_cast<std::size_t>(test)] = true;
    for (std::size_t i = 0; i < tables.points.size(); ++i) {
        const std::int64_t points = tables.points[i];
        if (points < 0 || points > most_points || points == 1 || (points == 0 && !is_flagged[i]))
            return points;
    }
    return std::nullopt;
}

}  // namespace

struct ArchivePoints::Layout {
    Places places;
    Columns columns;
};

ArchivePoints::ArchivePoints(const Hdf5File& file, std::shared_ptr<const Layout> layout)
    : file_(&file), layout_(std::move(layout)) {}

Result<ArchivePoints> ArchivePoints::find(const Hdf5File& file, const ArchiveTables& tables) {
    if (const auto points = impossible_points(tables))
        return file.damaged(fmt::format("a test of {} points", *points));
    Places places = places_of(tables);
    auto columns = find_columns(file, places);
    if (!columns) return columns.error();
    return ArchivePoints(
        file, std::make_shared<const Layout>(Layout{std::move(places), std::move(*columns)}));
}

std::uint64_t ArchivePoints::count() const {
    return layout_->places.first_point.back();
}

std::vector<std::size_t> ArchivePoints::stretches(std::uint64_t points_of_stretch) const {
    return stretches_of(layout_->places, points_of_stretch);
}

std::optional<Error> ArchivePoints::read(std::span<Test> tests, std::size_t first) const {
    const Places& places = layout_->places;
    const Columns& columns = layout_->columns;
    std::deque<ColumnReader> readers;
    for (const StoredColumn& column : columns) readers.emplace_back(column);
    const auto read_column = [&](std::size_t c, std::uint64_t begin, std::size_t points,
                                 std::vector<double>& to) -> std::optional<Error> {
        if (readers[c].read(begin, points, to)) return std::nullopt;
        return damaged(columns[c].what);
    };
    for (std::size_t i = 0; i < tests.size(); ++i) {
        Curve& curve = tests[i].curve;
        const std::uint64_t begin = places.first_point[first + i];
        const std::size_t points = places.first_point[first + i + 1] - begin;
        std::vector<double>* const fixed[] = {&curve.time_s, &curve.depth_nm, &curve.load_uN};
        for (std::size_t c = 0; c < std::size(fixed); ++c)
            if (auto error = read_column(c, begin, points, *fixed[c])) return error;
        for (std::size_t c = 0; c < curve.channels.size(); ++c) {
            const ChannelPlace& place = places.channels[first + i][c];
            if (auto error = read_column(std::size(fixed) + place.column, place.begin, points,
                                         curve.channels[c].values))
                return error;
        }
    }
    return std::nullopt;
}

std::optional<Error> ArchivePoints::read_all(std::vector<Test>& tests, unsigned threads) const {
    constexpr std::uint64_t points_of_share = std::uint64_t{1} << 19;
    const std::vector<std::size_t> begins = stretches(points_of_share);
    std::optional<Error> first_error;
    ordered_parallel(
        begins.size() - 1, threads_or_all(threads), Stop(),
        [&](std::size_t i) {
            return read(std::span(tests).subspan(begins[i], begins[i + 1] - begins[i]), begins[i]);
        },
        [&](std::size_t, std::optional<Error>&& error) {
            if (!first_error) first_error = std::move(error);
        });
    return first_error;
}

std::optional<Error> ArchivePoints::first_damage(unsigned threads, Stop stop) const {
    std::optional<Error> first_error;
    for (const StoredColumn& column : layout_->columns) {
        ordered_parallel(
            column.pieces.size(), threads_or_all(threads), stop,
            [&](std::size_t i) {
                Hdf5Scratch scratch;
                return Hdf5File::unpacked(*column.dataset, column.pieces[i], scratch).has_value();
            },
            [&](std::size_t, bool is_whole) {
                if (!is_whole && !first_error) first_error = damaged(column.what);
            });
        if (first_error) return first_error;
    }
    return std::nullopt;
}

Error ArchivePoints::damaged(const std::string& column) const {
    return file_->damaged(fmt::format("a damaged piece of {}", column));
}

}  // namespace sneddon
