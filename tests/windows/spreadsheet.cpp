// Has a file open as a spreadsheet has it: others may read it and no more. Says "open", and lets go
// of it at the end of its own input.
#include <windows.h>

#include <cstdio>

int main(int count, char** words) {
    if (count != 2) return 2;
    HANDLE file =
        CreateFileA(words[1], GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
    if (file == INVALID_HANDLE_VALUE) return 1;
    std::puts("open");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    CloseHandle(file);
}
