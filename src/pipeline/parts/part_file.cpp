#include "pipeline/parts/part_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "base/sha256.hpp"
#include "pipeline/parts/byte_archive.hpp"
#include "pipeline/parts/outcome_archive.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

// A line, then records: length, SHA-256, bytes. The first is the manifest, then one for each file.
constexpr std::string_view first_line = "sneddon part\n";
constexpr std::size_t hash_digits = 64;
constexpr const char* cut_off = "a part that was cut off or damaged";

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
    file_.out() << first_line;
    add(head.bytes());
}

void PartWriter::add(const FileOutcome& outcome) {
    add(packed(outcome));
}

void PartWriter::add(const std::string& record) {
    ByteWriter length;
    length(std::uint64_t{record.size()});
    file_.out() << length.bytes() << sha256_hex(record) << record;
}

Result<bool> PartWriter::close() {
    if (const std::string trouble = file_.close(); !trouble.empty())
        return Error{"SND-O003", file_.path(), trouble, "a folder with room for it",
                     "free some room, or choose another folder"};
    return true;
}

Result<PartFile> PartFile::open(const std::string& path) {
    std::error_code failed;
    PartFile part(path, fs::file_size(path, failed));
    if (failed) return no_part(path, failed.message());
    std::string line(first_line.size(), ' ');
    part.in_.read(line.data(), static_cast<std::streamsize>(line.size()));
    if (!part.in_ || line != first_line) return no_part(path, "no part of a study");
    std::string head, version;
    if (!part.next(head)) return no_part(path, cut_off);
    ByteReader reader(head);
    reader(version);
    if (version != archive_version())
        return no_part(path, "a part of another version of the program");
    reader(part.manifest_);
    if (!reader.is_whole()) return no_part(path, cut_off);
    return part;
}

bool PartFile::next(std::string& record) {
    std::string length_bytes(sizeof(std::uint64_t), ' '), hash(hash_digits, ' ');
    std::uint64_t length = 0;
    in_.read(length_bytes.data(), static_cast<std::streamsize>(length_bytes.size()));
    in_.read(hash.data(), static_cast<std::streamsize>(hash.size()));
    ByteReader reader(length_bytes);
    reader(length);
    // A length that is wrong asks for no memory.
    if (!in_ || length > size_ - std::min(size_, static_cast<std::uint64_t>(in_.tellg())))
        return false;
    record.resize(static_cast<std::size_t>(length));
    in_.read(record.data(), static_cast<std::streamsize>(length));
    return in_.good() && sha256_hex(record) == hash;
}

std::optional<Error> PartFile::for_each(const std::function<bool(std::string_view)>& take) {
    std::string record;
    for (std::size_t i = 0; i < manifest_.files; ++i)
        if (!next(record) || !take(record)) return no_part(path_, cut_off);
    if (static_cast<std::uint64_t>(in_.tellg()) != size_)
        return no_part(path_, "more than a part holds");
    return std::nullopt;
}

std::optional<Error> PartFile::for_each_outcome(const std::function<void(FileOutcome&&)>& take) {
    return for_each([&](std::string_view record) {
        auto outcome = unpacked(record);
        if (!outcome) return false;
        take(*std::move(outcome));
        return true;
    });
}

bool PartFile::is_whole() {
    return !for_each([](std::string_view) { return true; });
}

}  // namespace sneddon
