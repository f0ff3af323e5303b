// What the program needs of the system that it runs on: one source for each, in posix/ and
// windows/.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace sneddon::cli {

/// To be called before all else, while there is one thread.
void prepare_process();

/// The words after the program's name, as UTF-8.
std::vector<std::string> words_of(int argc, char** argv);

enum class Stream { out, err };

/// Where a person looks, and colours can be shown.
bool is_terminal(Stream stream);

/// From now on requests to stop (SIGINT, SIGTERM; Ctrl-C, Ctrl-Break and a closed window on
/// Windows) wait until they are fetched. To be called before other threads are made.
void hold_stop_requests();

/// Waits for a request: SIGINT or SIGTERM.
int next_stop_request();

/// 0 when none came within that time.
int next_stop_request(std::chrono::milliseconds patience);

/// A request of the program to itself: whoever waits for one goes on.
void request_stop();

/// What was not fetched is dropped; the next one ends the program as ever.
void let_go_of_stop_requests();

}  // namespace sneddon::cli
