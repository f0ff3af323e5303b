#include "base/files/system_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace sneddon {

// O_NONBLOCK: a pipe that nobody writes into would be waited for.
SystemFile::SystemFile(const std::string& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0)
        error_ = errno;
    else if (!S_ISREG(status.st_mode))
        error_ = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    else
        bytes_ = static_cast<std::size_t>(status.st_size);
}

SystemFile::~SystemFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

int SystemFile::read(std::size_t begin, char* to, std::size_t bytes) const {
    for (std::size_t done = 0; done < bytes;) {
        const ssize_t got =
            ::pread(descriptor_, to + done, bytes - done, static_cast<off_t>(begin + done));
        if (got < 0 && errno == EINTR) continue;
        if (got == 0) return ended_early;
        if (got < 0) return errno;
        done += static_cast<std::size_t>(got);
    }
    return 0;
}

int make_new_file(const std::string& path) {
    constexpr mode_t rights = 0666;  // less those of the user's umask
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
    if (descriptor < 0) return errno;
    ::close(descriptor);
    return 0;
}

}  // namespace sneddon
