#include "base/files/system_file.hpp"

#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "base/windows/wide_text.hpp"

namespace sneddon {
namespace {

/// Windows refuses to open a folder as if a right were missing.
int reason_not_opened(const std::wstring& path) {
    const int reason = errno;
    const DWORD marks = GetFileAttributesW(path.c_str());
    const bool is_folder =
        marks != INVALID_FILE_ATTRIBUTES && (marks & FILE_ATTRIBUTE_DIRECTORY) != 0;
    return is_folder ? EISDIR : reason;
}

}  // namespace

SystemFile::SystemFile(const std::string& path)
    : descriptor_(_wopen(wide_text(path).c_str(), _O_RDONLY | _O_BINARY | _O_NOINHERIT)) {
    struct _stat64 status {};
    if (descriptor_ < 0)
        error_ = reason_not_opened(wide_text(path));
    else if (_fstat64(descriptor_, &status) != 0)
        error_ = errno;
    else if ((status.st_mode & _S_IFMT) != _S_IFREG)
        error_ = EINVAL;
    else
        bytes_ = static_cast<std::size_t>(status.st_size);
}

SystemFile::~SystemFile() {
    if (descriptor_ >= 0) _close(descriptor_);
}

int SystemFile::read(std::size_t begin, char* to, std::size_t bytes) const {
    constexpr std::size_t most_bytes = std::size_t{1} << 30;  // of one call: it counts in 32 bits
    if (_lseeki64(descriptor_, static_cast<std::int64_t>(begin), SEEK_SET) < 0) return errno;
    for (std::size_t done = 0; done < bytes;) {
        const auto asked = static_cast<unsigned>(std::min(most_bytes, bytes - done));
        const int got = _read(descriptor_, to + done, asked);
        if (got == 0) return ended_early;
        if (got < 0) return errno;
        done += static_cast<std::size_t>(got);
    }
    return 0;
}

int make_new_file(const std::string& path) {
    const int descriptor =
        _wopen(wide_text(path).c_str(), _O_WRONLY | _O_CREAT | _O_EXCL, _S_IREAD | _S_IWRITE);
    if (descriptor < 0) return errno;
    _close(descriptor);
    return 0;
}

}  // namespace sneddon
