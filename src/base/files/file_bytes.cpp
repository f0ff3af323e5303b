#include "base/files/file_bytes.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/out_of_memory.hpp"

namespace sneddon {
namespace {

Error unreadable(const std::string& path, int system_error) {
    if (system_error == ENOMEM) return out_of_memory(path);
    return {"SND-R001", path, std::generic_category().message(system_error),
            "a file that can be read", "check the path and its permissions"};
}

/// False with errno, 0 when the file ended early.
bool read_whole(int descriptor, std::size_t begin, char* to, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        const ssize_t got =
            ::pread(descriptor, to + done, size - done, static_cast<off_t>(begin + done));
        if (got < 0 && errno == EINTR) continue;
        if (got == 0) errno = 0;
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

Error became_shorter(const std::string& path) {
    return {"SND-R001", path, "the file became shorter while it was read",
            "a file that nothing writes", "wait until it is written, then run again"};
}

void* memory_of(std::size_t size) {
    return ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE,
                  -1, 0);
}

struct Descriptor {
    int number;
    ~Descriptor() {
        const int reason = errno;
        if (number >= 0) ::close(number);
        errno = reason;
    }
};

}  // namespace

Result<FileBytes> FileBytes::open(const std::string& path, FilePart part) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.number < 0) return unreadable(path, errno);
    struct stat status {};
    if (::fstat(file.number, &status) != 0) return unreadable(path, errno);
    if (!S_ISREG(status.st_mode))
        return unreadable(path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    const auto in_file = static_cast<std::size_t>(status.st_size);
    const std::size_t size = std::min(part.most_bytes, in_file - std::min(part.begin, in_file));
    if (size == 0) return FileBytes(std::string_view());  // mmap refuses an empty range
    void* address = memory_of(size);
    if (address == MAP_FAILED) return unreadable(path, errno);
    FileBytes copy(std::string_view(static_cast<const char*>(address), size));
    if (!read_whole(file.number, part.begin, static_cast<char*>(address), size))
        return errno == 0 ? became_shorter(path) : unreadable(path, errno);
    return copy;
}

Result<FileBytes> FileBytes::copy_of(std::string_view bytes, const std::string& path) {
    if (bytes.empty()) return FileBytes(std::string_view());
    void* address = memory_of(bytes.size());
    if (address == MAP_FAILED) return unreadable(path, errno);
    std::ranges::copy(bytes, static_cast<char*>(address));
    return FileBytes(std::string_view(static_cast<const char*>(address), bytes.size()));
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : bytes_(std::exchange(other.bytes_, std::string_view())) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

FileBytes::~FileBytes() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace sneddon
