#include "base/files/file_bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/files/system_file.hpp"
#include "base/fresh_memory.hpp"
#include "base/out_of_memory.hpp"

namespace sneddon {
namespace {

Error unreadable(const std::string& path, int system_error) {
    if (system_error == ENOMEM) return out_of_memory(path);
    return {"SND-R001", path, std::generic_category().message(system_error),
            "a file that can be read", "check the path and its permissions"};
}

Error became_shorter(const std::string& path) {
    return {"SND-R001", path, "the file became shorter while it was read",
            "a file that nothing writes", "wait until it is written, then run again"};
}

}  // namespace

Result<FileBytes> FileBytes::open(const std::string& path, FilePart part) {
    const SystemFile file(path);
    if (file.error() != 0) return unreadable(path, file.error());
    const std::size_t begin = std::min(part.begin, file.bytes());
    const std::size_t size = std::min(part.most_bytes, file.bytes() - begin);
    if (size == 0) return FileBytes(std::string_view());
    char* address = new_room(size);
    if (address == nullptr) return out_of_memory(path);
    FileBytes copy(std::string_view(address, size));
    const int trouble = file.read(part.begin, address, size);
    if (trouble == SystemFile::ended_early) return became_shorter(path);
    if (trouble != 0) return unreadable(path, trouble);
    return copy;
}

Result<FileBytes> FileBytes::copy_of(std::string_view bytes, const std::string& path) {
    if (bytes.empty()) return FileBytes(std::string_view());
    char* address = new_room(bytes.size());
    if (address == nullptr) return out_of_memory(path);
    std::ranges::copy(bytes, address);
    return FileBytes(std::string_view(address, bytes.size()));
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : bytes_(std::exchange(other.bytes_, std::string_view())) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

FileBytes::~FileBytes() {
    if (!bytes_.empty()) give_back_room(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace sneddon
