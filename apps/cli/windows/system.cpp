#include "../system.hpp"

#include <fcntl.h>
#include <io.h>
#include <signal.h>
#include <windows.h>
// After windows.h, which it needs.
#include <shellapi.h>

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>

namespace sneddon::cli {
namespace {

/// Words are UTF-8, and the console is told so while the program runs.
void speak_utf8() {
    static const UINT before = GetConsoleOutputCP();
    if (before == 0) return;  // no console
    SetConsoleOutputCP(CP_UTF8);
    std::atexit([] { SetConsoleOutputCP(before); });
}

/// Colours and the line of progress are written as on any terminal, which Windows 10 understands
/// once it is asked to.
void understand_escapes(DWORD stream) {
    DWORD mode = 0;
    const HANDLE handle = GetStdHandle(stream);
    if (GetConsoleMode(handle, &mode) != 0)
        SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

std::string utf8_of(const wchar_t* wide) {
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, wide, -1, nullptr, 0, nullptr, nullptr);
    std::string text(static_cast<std::size_t>(bytes), '\0');
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, text.data(), bytes, nullptr, nullptr);
    text.resize(text.size() - 1);  // the end that was asked for too
    return text;
}

/// Requests that came and were not fetched.
struct Requests {
    std::mutex mutex;
    std::condition_variable came;
    std::deque<int> signals;

    void add(int signal) {
        const std::lock_guard lock(mutex);
        signals.push_back(signal);
        came.notify_all();
    }

    int first() {
        if (signals.empty()) return 0;
        const int signal = signals.front();
        signals.pop_front();
        return signal;
    }
};

Requests& requests() {
    static Requests all;
    return all;
}

/// The system calls it in a thread of its own.
BOOL WINAPI hear(DWORD event) {
    constexpr DWORD time_to_clear_up_ms = 4000;  // the system itself waits for 5 s
    if (event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT) {
        requests().add(SIGINT);
        return TRUE;
    }
    requests().add(SIGTERM);  // the window closes, or the user leaves: the end of this is the end
    Sleep(time_to_clear_up_ms);
    return FALSE;
}

}  // namespace

void prepare_process() {
    for (const int stream : {0, 1, 2}) _setmode(stream, _O_BINARY);
    speak_utf8();
    understand_escapes(STD_OUTPUT_HANDLE);
    understand_escapes(STD_ERROR_HANDLE);
}

// Not argv, which is of the old code page and has its patterns filled in.
std::vector<std::string> words_of(int, char**) {
    int count = 0;
    wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
    std::vector<std::string> words;
    for (int i = 1; i < count; ++i) words.push_back(utf8_of(wide[i]));
    LocalFree(wide);
    return words;
}

bool is_terminal(Stream stream) {
    DWORD mode = 0;
    const HANDLE handle =
        GetStdHandle(stream == Stream::out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    return GetConsoleMode(handle, &mode) != 0 && (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

void hold_stop_requests() {
    SetConsoleCtrlHandler(hear, TRUE);
}

int next_stop_request() {
    std::unique_lock lock(requests().mutex);
    requests().came.wait(lock, [] { return !requests().signals.empty(); });
    return requests().first();
}

int next_stop_request(std::chrono::milliseconds patience) {
    std::unique_lock lock(requests().mutex);
    requests().came.wait_for(lock, patience, [] { return !requests().signals.empty(); });
    return requests().first();
}

void request_stop() {
    requests().add(SIGTERM);
}

void let_go_of_stop_requests() {
    SetConsoleCtrlHandler(hear, FALSE);
    const std::lock_guard lock(requests().mutex);
    requests().signals.clear();
}

}  // namespace sneddon::cli
