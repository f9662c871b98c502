#pragma once
// An assertion that stays on in every build: for programming errors only, never for what a user or a file may cause.

#include <cstdio>
#include <cstdlib>

namespace interregio {

/// Says where and why on standard error and ends the program.
[[noreturn]] inline void assertion_failed(const char* condition, const char* message, const char* file,
                                          int line) noexcept {
    std::fprintf(stderr, "%s:%d: %s (asserted: %s)\n", file, line, message, condition);
    std::fflush(stderr);
    std::abort();
}

} // namespace interregio

/// Ends the program with file, line and `message` unless `condition` holds.
#define INTERREGIO_ASSERT(condition, message)                                                                          \
    (static_cast<bool>(condition) ? static_cast<void>(0)                                                               \
                                  : ::interregio::assertion_failed(#condition, message, __FILE__, __LINE__))
