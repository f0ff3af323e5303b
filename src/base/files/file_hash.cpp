#include "base/files/file_hash.hpp"

#include <openssl/evp.h>

#include <array>

#include "base/files/file_bytes.hpp"
#include "base/sha256.hpp"

namespace sneddon {
namespace {

constexpr std::size_t bytes_of_a_piece = std::size_t{16} << 20;

struct Digest {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Digest() = default;
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    ~Digest() { EVP_MD_CTX_free(context); }
};

}  // namespace

std::string sha256_of_file(const std::string& path) {
    const Digest digest;
    if (EVP_DigestInit_ex(digest.context, EVP_sha256(), nullptr) != 1) return "";
    for (std::size_t at = 0;; at += bytes_of_a_piece) {
        const auto piece = FileBytes::open(path, {at, bytes_of_a_piece});
        if (!piece) return "";
        if (piece->bytes().empty()) break;
        if (EVP_DigestUpdate(digest.context, piece->bytes().data(), piece->bytes().size()) != 1)
            return "";
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(digest.context, bytes.data(), &length) != 1) return "";
    return hex_text({bytes.data(), length});
}

}  // namespace sneddon
