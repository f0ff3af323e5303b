// SHA-256 (FIPS 180-4) by the library of the platform: libcrypto, or CNG of Windows.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sneddon {

/// The SHA-256 of some bytes as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// Of all that was added; empty when the library failed. To be asked once.
    std::string hex();

  private:
    void* state_;  ///< of the library; null once it failed
};

/// Two lower-case hexadecimal digits for a byte.
std::string hex_text(std::span<const unsigned char> bytes);

}  // namespace sneddon
