#include "progress_line.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "sneddon/base/stop.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

using namespace std::chrono_literals;

std::string line(std::size_t done, std::size_t total, double seconds) {
    const double rate = static_cast<double>(done) / seconds;
    const double left_s = static_cast<double>(total - done) / rate;
    std::ostringstream text;
    text << "  " << done << " of " << total << "   " << std::setprecision(3) << rate << "/s   "
         << std::ceil(left_s) << " s left";
    return text.str();
}

}  // namespace

ProgressLine::ProgressLine(bool is_quiet)
    : is_quiet_(is_quiet), is_on_terminal_(is_terminal(Stream::err)), begin_(Clock::now()) {
    next_ = begin_ + (is_on_terminal_ ? Clock::duration(500ms) : Clock::duration(10s));
}

Progress ProgressLine::progress(Stop stop) {
    return {[this](std::size_t done, std::size_t total) { report(done, total); }, std::move(stop)};
}

void ProgressLine::clear() {
    if (is_shown_) std::cerr << "\r\x1b[K" << std::flush;
    is_shown_ = false;
}

void ProgressLine::report(std::size_t done, std::size_t total) {
    const auto now = Clock::now();
    if (is_quiet_ || now < next_ || done == 0) return;
    next_ = now + (is_on_terminal_ ? Clock::duration(100ms) : Clock::duration(10s));
    const std::string text = line(done, total, std::chrono::duration<double>(now - begin_).count());
    if (!is_on_terminal_) {
        std::cerr << text << std::endl;
        return;
    }
    std::cerr << '\r' << text << "\x1b[K" << std::flush;
    is_shown_ = true;
}

}  // namespace sneddon::cli
