#include "base/sha256.hpp"

#include <windows.h>
// After windows.h, which it needs.
#include <bcrypt.h>

#include <array>

namespace sneddon {
namespace {

/// Opened once for the whole run, since it loads the library.
BCRYPT_ALG_HANDLE algorithm() {
    static const BCRYPT_ALG_HANDLE opened = [] {
        BCRYPT_ALG_HANDLE handle = nullptr;
        BCryptOpenAlgorithmProvider(&handle, BCRYPT_SHA256_ALGORITHM, nullptr, 0);
        return handle;
    }();
    return opened;
}

}  // namespace

Sha256::Sha256() : state_(nullptr) {
    BCRYPT_HASH_HANDLE hash = nullptr;
    if (BCRYPT_SUCCESS(BCryptCreateHash(algorithm(), &hash, nullptr, 0, nullptr, 0, 0)))
        state_ = hash;
}

Sha256::~Sha256() {
    if (state_ != nullptr) BCryptDestroyHash(state_);
}

void Sha256::add(std::string_view bytes) {
    constexpr std::size_t most_bytes = std::size_t{1} << 30;  // the library counts in 32 bits
    while (state_ != nullptr && !bytes.empty()) {
        const std::string_view piece = bytes.substr(0, most_bytes);
        auto* begin = reinterpret_cast<unsigned char*>(const_cast<char*>(piece.data()));
        if (!BCRYPT_SUCCESS(BCryptHashData(state_, begin, static_cast<ULONG>(piece.size()), 0))) {
            BCryptDestroyHash(state_);
            state_ = nullptr;
        }
        bytes.remove_prefix(piece.size());
    }
}

std::string Sha256::hex() {
    std::array<unsigned char, 32> digest{};
    if (state_ == nullptr ||
        !BCRYPT_SUCCESS(BCryptFinishHash(state_, digest.data(), digest.size(), 0)))
        return "";
    return hex_text(digest);
}

}  // namespace sneddon
