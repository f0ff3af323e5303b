// The archive that `sneddon convert --to hdf5` writes: several tests as flat columns, all of them
// and to the last bit. docs/formats/hdf5.md has the layout.
#include <fmt/core.h>

#include <algorithm>

#include "read/container/hdf5/hdf5_numbers.hpp"
#include "read/hdf5/open_archive.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

const Hdf5Dataset* find_dataset(const Hdf5File& file, std::string_view path) {
    const std::size_t slash = path.find('/');
    const Hdf5Node* group = file.find(file.root(), path.substr(0, slash));
    const Hdf5Node* node = group ? file.find(*group, path.substr(slash + 1)) : nullptr;
    return node && node->dataset ? &*node->dataset : nullptr;
}

std::optional<Error> read_column(const Hdf5File& file, std::string_view path,
                                 ArchiveTables::Wholes& column) {
    const Hdf5Dataset* dataset = find_dataset(file, path);
    if (!dataset) return file.damaged(fmt::format("no {}", path));
    auto numbers = hdf5_wholes(file, *dataset, path);
    if (!numbers) return numbers.error();
    column = std::move(*numbers);
    return std::nullopt;
}

std::optional<Error> read_column(const Hdf5File& file, std::string_view path,
                                 ArchiveTables::Reals& column) {
    const Hdf5Dataset* dataset = find_dataset(file, path);
    if (!dataset) return file.damaged(fmt::format("no {}", path));
    auto numbers = hdf5_doubles(file, *dataset, path);
    if (!numbers) return numbers.error();
    column = std::move(*numbers);
    return std::nullopt;
}

Result<ArchiveTables> read_tables(const Hdf5File& file) {
    ArchiveTables tables;
    std::optional<Error> trouble;
    visit_columns(tables, [&](std::string_view path, auto& column) {
        if (!trouble) trouble = read_column(file, path, column);
    });
    ArchiveTables::Wholes letters;
    if (!trouble) trouble = read_column(file, archive_texts, letters);
    if (trouble) return *trouble;
    tables.texts.reserve(letters.size());
    for (const std::int64_t letter : letters) tables.texts.push_back(static_cast<char>(letter));
    return tables;
}

}  // namespace

bool is_sneddon_hdf5(const Opening& opening) {
    constexpr std::size_t looked_at = std::size_t{64} << 10;
    return is_hdf5_file(opening.bytes) &&
           opening.bytes.substr(0, looked_at).find(archive_mark) != std::string_view::npos;
}

Result<FileContent> read_sneddon_hdf5(const Source& source) {
    const auto archive = OpenArchive::open(source.text, source.name);
    if (!archive) return archive.error();
    auto tests = (*archive)->read_all(source.options.threads);
    if (!tests) return tests.error();
    FileContent content;
    content.tests = std::move(*tests);
    return content;
}

Result<std::unique_ptr<OpenArchive>> OpenArchive::open(std::string_view bytes,
                                                       std::string_view name) {
    auto file = Hdf5File::open(bytes, name);
    if (!file) return file.error();
    const auto version = file->number(file->root(), "version");
    if (version != archive_version)
        return file->cannot_read(
            fmt::format("an archive of version {}, not {}", version.value_or(0), archive_version));
    auto tables = read_tables(*file);
    if (!tables) return tables.error();
    std::unique_ptr<OpenArchive> archive(new OpenArchive(std::move(*file), std::move(*tables)));
    std::string trouble;
    archive->tests_ = ArchiveTests::open(archive->tables_, bytes.size(), trouble);
    if (!archive->tests_) return archive->file_.damaged(trouble);
    if (archive->tests_->size() == 0) return archive->file_.damaged("no test");
    auto points = ArchivePoints::find(archive->file_, archive->tables_);
    if (!points) return points.error();
    archive->points_ = std::move(*points);
    return archive;
}

Result<std::vector<Test>> OpenArchive::read_all(unsigned threads) const {
    std::string trouble;
    auto tests = tests_->take(0, tests_->size(), trouble);
    if (!tests) return file_.damaged(trouble);
    if (auto error = points_->read_all(*tests, threads)) return *error;
    return std::move(*tests);
}

Result<std::vector<Test>> OpenArchive::read(std::size_t begin, std::size_t end) const {
    std::string trouble;
    auto tests = tests_->take(begin, end, trouble);
    if (!tests) return file_.damaged(trouble);
    if (auto error = points_->read(*tests, begin)) return *error;
    return std::move(*tests);
}

std::optional<Error> OpenArchive::first_damage(unsigned threads, Stop stop) const {
    for (std::size_t begin = 0; begin < size(); begin += tests_at_once) {
        std::string trouble;
        if (!tests_->take(begin, std::min(begin + tests_at_once, size()), trouble))
            return file_.damaged(trouble);
    }
    return points_->first_damage(threads, stop);
}

}  // namespace sneddon
