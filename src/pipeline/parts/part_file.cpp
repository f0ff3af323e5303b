#include "pipeline/parts/part_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "base/byte_archive.hpp"
#include "base/sha256.hpp"
#include "pipeline/parts/outcome_archive.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

// A line, then records: length, SHA-256, bytes. The first is the manifest, then two for each
// outcome: its rows, and its curves.
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
           units, columns, group_by, findings, figures, has_rows_only, tables, date, exclude_flags,
           exclude, only, cache_folder, threads, may_replace_output] = it;
    archive(paths, output_folder, recipe_file, profile, settings, area_function, poisson_ratio,
            units, columns, group_by, findings, figures, has_rows_only, tables, date, exclude_flags,
            exclude, only, cache_folder, threads, may_replace_output);
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
    head(outcome_version(), manifest);
    file_.out() << first_line;
    add(head.bytes());
}

void PartWriter::add(const FileOutcome& outcome) {
    add(packed_rows(outcome));
    add(packed_curves(outcome));
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
    if (version != outcome_version())
        return no_part(path, "a part of another version of the program");
    reader(part.manifest_);
    if (!reader.is_whole()) return no_part(path, cut_off);
    return part;
}

/// The length and the hash of the next record, which has no more bytes than the file.
bool PartFile::next_head(std::uint64_t& length, std::string& hash) {
    std::string length_bytes(sizeof(std::uint64_t), ' ');
    hash.resize(hash_digits);
    in_.read(length_bytes.data(), static_cast<std::streamsize>(length_bytes.size()));
    in_.read(hash.data(), static_cast<std::streamsize>(hash.size()));
    ByteReader reader(length_bytes);
    reader(length);
    // A length that is wrong asks for no memory.
    return in_ && length <= size_ - std::min(size_, static_cast<std::uint64_t>(in_.tellg()));
}

bool PartFile::next(std::string& record) {
    std::uint64_t length = 0;
    std::string hash;
    if (!next_head(length, hash)) return false;
    record.resize(static_cast<std::size_t>(length));
    in_.read(record.data(), static_cast<std::streamsize>(length));
    return in_.good() && sha256_hex(record) == hash;
}

bool PartFile::skip() {
    std::uint64_t length = 0;
    std::string hash;
    if (!next_head(length, hash)) return false;
    in_.seekg(static_cast<std::streamoff>(length), std::ios::cur);
    return in_.good();
}

std::optional<Error> PartFile::for_each(const std::function<bool(FileOutcome&)>& take_rest) {
    std::string rows;
    for (std::size_t files = 0; files < manifest_.files;) {
        FileOutcome outcome;
        if (!next(rows) || !unpack_rows(rows, outcome)) return no_part(path_, cut_off);
        if (!outcome.goes_on) ++files;
        if (!take_rest(outcome)) return no_part(path_, cut_off);
    }
    if (static_cast<std::uint64_t>(in_.tellg()) != size_)
        return no_part(path_, "more than a part holds");
    return std::nullopt;
}

std::optional<Error> PartFile::for_each_outcome(PartDepth depth,
                                                const std::function<void(FileOutcome&&)>& take) {
    std::string curves;
    return for_each([&](FileOutcome& outcome) {
        const bool is_there =
            depth == PartDepth::rows ? skip() : next(curves) && unpack_curves(curves, outcome);
        if (is_there) take(std::move(outcome));
        return is_there;
    });
}

bool PartFile::is_whole() {
    std::string curves;
    return !for_each([&](FileOutcome&) { return next(curves); });
}

}  // namespace sneddon
