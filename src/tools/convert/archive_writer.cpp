#include "tools/convert/archive_writer.hpp"

#include <fmt/core.h>

#include "base/threads.hpp"
#include "read/hdf5/archive_tables.hpp"
#include "sneddon/version.hpp"
#include "tools/convert/hdf5_writer.hpp"
#include "tools/convert/packed_column.hpp"

namespace sneddon {
namespace {

constexpr std::string_view how_to_read =
    "Points of all tests one after the other: test i has tests/points[i] of them. A column of "
    "whole "
    "numbers is value = number / 10**decimals; its smallest number says that there is none, the "
    "next one is -0. Names are places in texts: texts/utf8, cut by texts/bytes.";

class ArchiveWriter {
  public:
    ArchiveWriter(Hdf5Writer& file, unsigned threads) : file_(file), threads_(threads) {}

    void write(std::span<const Test> tests) {
        file_.text("/", "format", archive_mark);
        file_.whole("/", "version", archive_version);
        file_.text("/", "made_by", fmt::format("sneddon {}", version));
        file_.text("/", "how_to_read", how_to_read);
        const ArchiveTables tables = tables_of(tests);
        visit_columns(tables, [&](std::string_view path, const auto& column) {
            write_column(std::string(path), column);
        });
        file_.column(std::string(archive_texts), StoredAs::byte, packed(tables.texts));
        write_points(tests);
        write_channels(tests, tables);
    }

  private:
    void write_column(const std::string& path, const ArchiveTables::Wholes& column) {
        file_.column(path, StoredAs::int64, packed(std::span<const std::int64_t>(column)));
    }
    void write_column(const std::string& path, const ArchiveTables::Reals& column) {
        file_.column(path, StoredAs::real, packed(std::span<const double>(column)));
    }

    void write_scattered(const std::string& path, const ScatteredColumn& values,
                         std::string_view unit) {
        const ColumnCode code = code_of(values);
        const bool is_real = code.decimals == no_decimals;
        const StoredAs stored = is_real               ? StoredAs::real
                                : code.fits_32_bits() ? StoredAs::int32
                                                      : StoredAs::int64;
        file_.column(path, stored, packed(values, code, threads_));
        file_.text(path, "unit", unit);
        if (!is_real) file_.whole(path, "decimals", code.decimals);
    }

    void write_points(std::span<const Test> tests) {
        ScatteredColumn time, depth, load;
        for (const Test& test : tests) {
            time.emplace_back(test.curve.time_s);
            depth.emplace_back(test.curve.depth_nm);
            load.emplace_back(test.curve.load_uN);
        }
        write_scattered("points/time_s", time, "s");
        write_scattered("points/depth_nm", depth, "nm");
        write_scattered("points/load_uN", load, "uN");
    }

    void write_channels(std::span<const Test> tests, const ArchiveTables& tables) {
        std::vector<ScatteredColumn> channels(tables.channel_name.size());
        std::vector<const Channel*> first(channels.size());
        const auto columns = channels_of_tests(tables);
        for (std::size_t i = 0; i < tests.size(); ++i)
            for (std::size_t c = 0; c < columns[i].size(); ++c) {
                const Channel& channel = tests[i].curve.channels[c];
                channels[columns[i][c]].emplace_back(channel.values);
                first[columns[i][c]] = &channel;
            }
        if (channels.empty()) file_.group("channels");
        for (std::size_t c = 0; c < channels.size(); ++c) {
            const std::string path = fmt::format("channels/{}", c);
            write_scattered(path, channels[c], first[c]->unit);
            file_.text(path, "name", first[c]->name);
        }
    }

    Hdf5Writer& file_;
    unsigned threads_;
};

}  // namespace

Result<bool> write_archive(std::span<const Test> tests, const std::string& path, unsigned threads) {
    auto file = Hdf5Writer::create(path);
    if (!file) return file.error();
    ArchiveWriter(*file, threads_or_all(threads)).write(tests);
    return file->close();
}

}  // namespace sneddon
