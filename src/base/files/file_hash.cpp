#include "base/files/file_hash.hpp"

#include "base/files/file_bytes.hpp"
#include "base/sha256.hpp"

namespace sneddon {

std::string sha256_of_file(const std::string& path) {
    constexpr std::size_t bytes_of_a_piece = std::size_t{16} << 20;
    Sha256 sum;
    for (std::size_t at = 0;; at += bytes_of_a_piece) {
        const auto piece = FileBytes::open(path, {at, bytes_of_a_piece});
        if (!piece) return "";
        if (piece->bytes().empty()) return sum.hex();
        sum.add(piece->bytes());
    }
}

}  // namespace sneddon
