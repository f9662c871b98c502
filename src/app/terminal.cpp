#include "app/terminal.h"

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace interregio {
namespace {

using namespace std::chrono_literals;
constexpr auto patience = 1s;
constexpr auto redraw_interval = 100ms;
constexpr int bar_width = 30;

} // namespace

Terminal::Terminal(const Catalogue& words, OutputFormat format)
    : words_(words), format_(format), interactive_(isatty(STDERR_FILENO) != 0),
      started_(std::chrono::steady_clock::now()) {}

void Terminal::say(std::string_view key, const Catalogue::Arguments& arguments) {
    finish_progress();
    if (format_ == OutputFormat::text) std::cout << words_.text(key, arguments) << '\n' << std::flush;
}

void Terminal::say_count(std::string_view key, std::int64_t count, const Catalogue::Arguments& arguments) {
    finish_progress();
    if (format_ == OutputFormat::text) std::cout << words_.count(key, count, arguments) << '\n' << std::flush;
}

void Terminal::print_json(const std::string& json) {
    finish_progress();
    if (format_ == OutputFormat::json) std::cout << json << '\n' << std::flush;
}

void Terminal::refuse(const Refusal& refusal) {
    finish_progress();
    const std::string message = words_.text(refusal);
    if (format_ == OutputFormat::json)
        print_json(nlohmann::ordered_json{{"error", {{"key", refusal.key}, {"message", message}}}}.dump(
            -1, ' ', false, nlohmann::json::error_handler_t::replace));
    std::cerr << words_.text("cli.error", {{"message", message}}) << '\n';
}

void Terminal::fail(std::string_view key, const Catalogue::Arguments& arguments) {
    refuse({std::string(key), arguments});
}

void Terminal::progress(std::string_view step, double fraction) {
    const auto now = std::chrono::steady_clock::now();
    if (now - started_ < patience) return;
    if (step_ != step) {
        step_ = step;
        shown_tenths_ = -1;
    }
    if (interactive_) {
        if (now - drawn_ < redraw_interval) return;
        drawn_ = now;
        const int filled = static_cast<int>(fraction * bar_width);
        std::cerr << "\r\x1b[K" << words_.text(step) << " [" << std::string(static_cast<std::size_t>(filled), '#')
                  << std::string(static_cast<std::size_t>(bar_width - filled), '.') << "] "
                  << static_cast<int>(fraction * 100) << " %" << std::flush;
        bar_visible_ = true;
    } else if (const int tenths = static_cast<int>(fraction * 10); tenths > shown_tenths_) {
        shown_tenths_ = tenths;
        std::cerr << words_.text(step) << ' ' << tenths * 10 << " %\n";
    }
}

void Terminal::finish_progress() {
    if (bar_visible_) std::cerr << "\r\x1b[K" << std::flush;
    bar_visible_ = false;
}

} // namespace interregio
