#include "app/server_log.h"

#include <nlohmann/json.hpp>
#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace interregio {
namespace {

constexpr std::size_t waiting_lines = 8192;

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
    case LogLevel::debug:
        return spdlog::level::debug;
    case LogLevel::info:
        return spdlog::level::info;
    case LogLevel::warn:
        return spdlog::level::warn;
    case LogLevel::error:
        return spdlog::level::err;
    case LogLevel::off:
        return spdlog::level::off;
    }
    return spdlog::level::info;
}

std::string_view method_name(http::Method method) {
    switch (method) {
    case http::Method::get:
        return "GET";
    case http::Method::head:
        return "HEAD";
    case http::Method::post:
        return "POST";
    case http::Method::options:
        return "OPTIONS";
    case http::Method::other:
        return "other";
    }
    return "other";
}

/// Without the braces: the pattern adds time and level.
std::string members(const nlohmann::ordered_json& line) {
    const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return text.substr(1, text.size() - 2);
}

} // namespace

ServerLog::ServerLog(LogLevel level) {
    spdlog::init_thread_pool(waiting_lines, 1);
    logger_ =
        std::make_shared<spdlog::async_logger>("interregio", std::make_shared<spdlog::sinks::stderr_sink_mt>(),
                                               spdlog::thread_pool(), spdlog::async_overflow_policy::overrun_oldest);
    logger_->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc);
    logger_->set_level(spdlog_level(level));
    logger_->flush_on(spdlog::level::info);
}

ServerLog::~ServerLog() {
    logger_.reset();
    spdlog::shutdown();
}

void ServerLog::request(const http::Exchange& exchange) {
    if (!logger_->should_log(spdlog::level::info)) return;
    logger_->info(members({{"event", "request"},
                           {"method", method_name(exchange.method)},
                           {"path", exchange.path},
                           {"status", exchange.status},
                           {"bytes", exchange.body_bytes},
                           {"microseconds", exchange.duration.count()}}));
}

void ServerLog::event(LogLevel level, std::string_view event, std::string_view detail) {
    logger_->log(spdlog_level(level), members({{"event", event}, {"detail", detail}}));
}

void ServerLog::flush() { logger_->flush(); }

} // namespace interregio
