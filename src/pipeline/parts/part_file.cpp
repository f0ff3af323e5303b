#include "pipeline/parts/part_file.hpp"

#include <fmt/core.h>

#include "base/files/file_hash.hpp"
#include "base/sha256.hpp"
#include "pipeline/parts/byte_archive.hpp"
#include "pipeline/parts/outcome_archive.hpp"

namespace sneddon {
namespace {

constexpr std::string_view first_line = "sneddon part\n";
constexpr std::size_t hash_digits = 64;  // at the end: of all that stands before

Error no_part(const std::string& path, const std::string& found) {
    return {"SND-U047", path, found, "a part that `sneddon shard` wrote, whole",
            "delete it and make this part again"};
}

}  // namespace

template <class Archive, Either<TablesRequest> T>
void fields(Archive& archive, T& it) {
    auto& [formats, columns, decimal, digits] = it;
    archive(formats, columns, decimal, digits);
}

template <class Archive, Either<RunRequest> T>
void fields(Archive& archive, T& it) {
    auto& [paths, output_folder, recipe_file, profile, settings, area_function, poisson_ratio,
           units, columns, group_by, findings, figures, tables, date, exclude_flags, exclude, only,
           cache_folder, threads, may_replace_output] = it;
    archive(paths, output_folder, recipe_file, profile, settings, area_function, poisson_ratio,
            units, columns, group_by, findings, figures, tables, date, exclude_flags, exclude, only,
            cache_folder, threads, may_replace_output);
}

template <class Archive, Either<PartManifest> T>
void fields(Archive& archive, T& it) {
    auto& [part, parts, first, files, files_of_study, analysis, inputs, request] = it;
    archive(part, parts, first, files, files_of_study, analysis, inputs, request);
}

std::string PartManifest::name() const {
    return fmt::format("part-{:05}-of-{:05}.sneddon-part", part, parts);
}

PartWriter::PartWriter(const std::string& folder, const PartManifest& manifest)
    : file_(folder + '/' + manifest.name()) {
    ByteWriter head;
    head(archive_version(), manifest);
    file_.out() << first_line << head.bytes();
}

void PartWriter::add(const FileOutcome& outcome) {
    ByteWriter one;
    one(packed(outcome));
    file_.out() << one.bytes();
}

Result<bool> PartWriter::close() {
    if (file_.out().flush()) file_.out() << sha256_of_file(file_.path_beside());
    if (const std::string trouble = file_.close(); !trouble.empty())
        return Error{"SND-O003", file_.path(), trouble, "a folder with room for it",
                     "free some room, or choose another folder"};
    return true;
}

Result<PartFile> PartFile::open(const std::string& path) {
    auto bytes = FileBytes::open(path);
    if (!bytes) return bytes.error();
    PartFile part(path, std::move(*bytes));
    const std::string_view all = part.file_.bytes();
    if (!all.starts_with(first_line) || all.size() < first_line.size() + hash_digits)
        return no_part(part.path_, "no part of a study");
    const std::string_view body = all.substr(0, all.size() - hash_digits);
    if (sha256_hex(body) != all.substr(body.size()))
        return no_part(part.path_, "a part that was cut off or damaged");
    ByteReader reader(body.substr(first_line.size()));
    std::string version;
    reader(version);
    if (version != archive_version())
        return no_part(part.path_, "a part of another version of the program");
    reader(part.manifest_);
    if (!reader.is_whole()) return no_part(part.path_, "a part that was cut off or damaged");
    part.outcomes_ = reader.left();
    return part;
}

std::optional<Error> PartFile::for_each(const std::function<void(FileOutcome&&)>& take) const {
    ByteReader reader(outcomes_);
    for (std::size_t i = 0; i < manifest_.files; ++i) {
        std::string one;
        reader(one);
        auto outcome = reader.is_whole() ? unpacked(one) : std::nullopt;
        if (!outcome)
            return no_part(path_,
                           fmt::format("{} of {} files that can be read", i, manifest_.files));
        take(*std::move(outcome));
    }
    return std::nullopt;
}

}  // namespace sneddon
