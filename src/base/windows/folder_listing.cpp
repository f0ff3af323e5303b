// std::filesystem lists folders through _wopendir and its like. MinGW's know no path of more than
// 260 characters; the linker puts these in their place (--wrap in cmake/windows.cmake).
#include <dirent.h>
#include <windows.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <string_view>

namespace {

struct Listing {
    HANDLE handle = INVALID_HANDLE_VALUE;
    WIN32_FIND_DATAW next{};
    bool has_next = false;
    _wdirent entry{};

    ~Listing() {
        if (handle != INVALID_HANDLE_VALUE) FindClose(handle);
    }
};

int reason_of(DWORD error) {
    if (error == ERROR_ACCESS_DENIED || error == ERROR_SHARING_VIOLATION) return EACCES;
    return error == ERROR_DIRECTORY ? ENOTDIR : ENOENT;
}

Listing* listing_of(_WDIR* folder) {
    return reinterpret_cast<Listing*>(folder);
}

}  // namespace

extern "C" _WDIR* __wrap__wopendir(const wchar_t* path) {
    auto listing = std::make_unique<Listing>();
    const DWORD marks = GetFileAttributesW(path);
    const bool is_file =
        marks != INVALID_FILE_ATTRIBUTES && (marks & FILE_ATTRIBUTE_DIRECTORY) == 0;
    const std::wstring all = std::wstring(path) + L"\\*";
    if (!is_file) listing->handle = FindFirstFileW(all.c_str(), &listing->next);
    listing->has_next = listing->handle != INVALID_HANDLE_VALUE;
    // The root of an empty disk has not even "." and "..".
    if (is_file || (!listing->has_next && GetLastError() != ERROR_FILE_NOT_FOUND)) {
        errno = is_file ? ENOTDIR : reason_of(GetLastError());
        return nullptr;
    }
    return reinterpret_cast<_WDIR*>(listing.release());
}

extern "C" _wdirent* __wrap__wreaddir(_WDIR* folder) {
    Listing& listing = *listing_of(folder);
    if (!listing.has_next) return nullptr;
    std::ranges::copy(listing.next.cFileName, listing.entry.d_name);
    listing.entry.d_namlen =
        static_cast<unsigned short>(std::wstring_view(listing.entry.d_name).size());
    listing.has_next = FindNextFileW(listing.handle, &listing.next) != 0;
    return &listing.entry;
}

extern "C" int __wrap__wclosedir(_WDIR* folder) {
    delete listing_of(folder);
    return 0;
}
