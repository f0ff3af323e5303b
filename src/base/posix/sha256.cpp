#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <array>

namespace sneddon {
namespace {

EVP_MD_CTX* context_of(void* state) {
    return static_cast<EVP_MD_CTX*>(state);
}

}  // namespace

Sha256::Sha256() : state_(EVP_MD_CTX_new()) {
    if (EVP_DigestInit_ex(context_of(state_), EVP_sha256(), nullptr) == 1) return;
    EVP_MD_CTX_free(context_of(state_));
    state_ = nullptr;
}

Sha256::~Sha256() {
    EVP_MD_CTX_free(context_of(state_));
}

void Sha256::add(std::string_view bytes) {
    if (state_ == nullptr || EVP_DigestUpdate(context_of(state_), bytes.data(), bytes.size()) == 1)
        return;
    EVP_MD_CTX_free(context_of(state_));
    state_ = nullptr;
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (state_ == nullptr || EVP_DigestFinal_ex(context_of(state_), digest.data(), &length) != 1)
        return "";
    return hex_text({digest.data(), length});
}

}  // namespace sneddon
