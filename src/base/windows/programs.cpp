#include "base/programs.hpp"

#include <windows.h>

#include "base/files/file_hash.hpp"
#include "base/windows/wide_text.hpp"

namespace sneddon {
namespace {

/// A place in this code: the system tells the file that it was loaded from.
constexpr char place_in_code = 0;

constexpr DWORD most = 32768;  // characters of the longest path, and of a variable

/// One word of a command line as CommandLineToArgvW takes it apart: in quotes, with the backslashes
/// before a quote doubled.
std::wstring quoted(const std::string& word) {
    std::wstring text = L"\"";
    std::size_t backslashes = 0;
    for (const wchar_t letter : wide_text(word)) {
        if (letter == L'"') text.append(backslashes + 1, L'\\');
        backslashes = letter == L'\\' ? backslashes + 1 : 0;
        text += letter;
    }
    return text.append(backslashes, L'\\') + L'"';
}

/// Its file, from PATH alone: CreateProcess by itself would first take one of that name from the
/// folder at work, which may have come with the data.
std::wstring file_of(const std::string& program) {
    std::wstring folders(most, L'\0'), file(most, L'\0');
    folders.resize(GetEnvironmentVariableW(L"PATH", folders.data(), most));
    file.resize(SearchPathW(folders.c_str(), wide_text(program).c_str(), L".exe", most, file.data(),
                            nullptr));
    return file;
}

struct Handle {
    HANDLE handle;
    ~Handle() { CloseHandle(handle); }
};

/// The device that swallows all, for a program to inherit.
HANDLE nowhere() {
    SECURITY_ATTRIBUTES inherited = {sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    return CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                       &inherited, OPEN_EXISTING, 0, nullptr);
}

ProgramEnd end_of(HANDLE process) {
    DWORD status = 1;
    WaitForSingleObject(process, INFINITE);
    return GetExitCodeProcess(process, &status) != 0 && status == 0 ? ProgramEnd::done
                                                                    : ProgramEnd::failed;
}

}  // namespace

ProgramEnd run_program(const std::string& program, std::vector<std::string> words) {
    const std::wstring file = file_of(program);
    if (file.empty()) return ProgramEnd::not_found;
    std::wstring line = quoted(program);
    for (const std::string& word : words) line += L" " + quoted(word);
    SetEnvironmentVariableW(L"SOURCE_DATE_EPOCH", L"0");
    const Handle silence{nowhere()};
    STARTUPINFOW start{};
    start.cb = sizeof start;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = start.hStdOutput = start.hStdError = silence.handle;
    PROCESS_INFORMATION child{};
    if (CreateProcessW(file.c_str(), line.data(), nullptr, nullptr, TRUE, CREATE_NO_WINDOW, nullptr,
                       nullptr, &start, &child) == 0)
        return ProgramEnd::failed;
    const Handle process{child.hProcess}, thread{child.hThread};
    return end_of(process.handle);
}

std::string number_of_this_program() {
    return std::to_string(GetCurrentProcessId());
}

std::string sha256_of_this_program() {
    constexpr DWORD how =
        GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
    HMODULE module = nullptr;
    std::wstring file(most, L'\0');
    if (GetModuleHandleExW(how, reinterpret_cast<LPCWSTR>(&place_in_code), &module) == 0) return "";
    file.resize(GetModuleFileNameW(module, file.data(), most));
    return sha256_of_file(narrow_text(file));
}

}  // namespace sneddon
