#include "pipeline/parts/kept_file.hpp"

#include <utility>

#include "base/files/whole_file.hpp"
#include "base/sha256.hpp"

namespace sneddon {
namespace {

constexpr std::size_t hash_digits = 64;

}  // namespace

std::string path_of_kept(const std::string& folder, const std::string& follows_from) {
    const std::string key = sha256_hex(follows_from);
    return folder + '/' + key.substr(0, 2) + '/' + key;
}

void keep_at(const std::string& path, const std::string& body) {
    WholeFile file(path);
    file.out() << sha256_hex(body) << body;
    file.close();
}

std::optional<KeptFile> KeptFile::open(const std::string& path) {
    auto file = FileBytes::open(path);
    if (!file || file->bytes().size() < hash_digits) return std::nullopt;
    KeptFile kept(std::move(*file));
    if (sha256_hex(kept.body()) != kept.file_.bytes().substr(0, hash_digits)) return std::nullopt;
    return kept;
}

std::string_view KeptFile::body() const {
    return file_.bytes().substr(hash_digits);
}

}  // namespace sneddon
