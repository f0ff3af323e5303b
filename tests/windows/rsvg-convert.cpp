// In the place of rsvg-convert.exe: writes the words that it was called with, as UTF-8 and one a
// line, into the file behind --output.
#include <windows.h>
// After windows.h, which it needs.
#include <shellapi.h>

#include <cstdio>
#include <cwchar>

int main() {
    int count = 0;
    wchar_t** words = CommandLineToArgvW(GetCommandLineW(), &count);
    FILE* file = nullptr;
    for (int i = 1; i + 1 < count; ++i)
        if (std::wcscmp(words[i], L"--output") == 0) file = _wfopen(words[i + 1], L"wb");
    if (file == nullptr) return 1;
    for (int i = 1; i < count; ++i) {
        char text[4096];
        WideCharToMultiByte(CP_UTF8, 0, words[i], -1, text, sizeof text, nullptr, nullptr);
        std::fprintf(file, "%s\n", text);
    }
    return std::fclose(file) == 0 ? 0 : 1;
}
